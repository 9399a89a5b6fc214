(write-line (pathname? (init-file-specifier->pathname '("test"))))
(write-line (pathname? (temporary-directory-pathname)))
(write-line (string? (->namestring (system-library-directory-pathname))))
