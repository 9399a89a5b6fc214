(add-subsystem-identification! "Test" '(1 2))
(write-line (get-subsystem-version-string "Test"))
(write-line (string? (get-subsystem-version-string "release")))
(write-line (get-subsystem-version-string "no such subsystem"))
