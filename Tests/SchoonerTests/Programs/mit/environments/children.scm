(write-line (package/children (find-package '(runtime list))))
(write-line (list? (all-packages)))
(write-line (package/name (package/parent (find-package '(runtime list)))))
