; Programs ask which release they run on.
(write-line (get-subsystem-version "Release"))
(write-line (get-subsystem-version-string "release"))
(write-line (< (car (get-subsystem-version "Release")) 9))
(write-line (get-subsystem-identification-string "runtime"))
(write-line (get-subsystem-version "no such subsystem"))
