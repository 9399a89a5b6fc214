; A system of packages is loaded from its description.
(with-working-directory-pathname (directory-pathname (merge-pathnames "support/" (current-load-pathname)))
  (lambda () (load-package-set "garden")))
(write-line (garden:plant 'rose))
(write-line (garden:plant 'leek))
(write-line (garden:beds))
(write-line (eval '(lend) (->environment '(garden shed))))
(write-line (environment-bound? system-global-environment 'lend))
(write-line (map package/name (package/children (find-package '(garden)))))
