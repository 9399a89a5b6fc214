;; A file error's restarts: use-value opens another file, retry the same.
(define missing "schooner-corpus-file-restarts-missing.tmp")
(define other "schooner-corpus-file-restarts.tmp")
(call-with-output-file other (lambda (port) (write 'found port)))
(write-line
 (call-with-current-continuation
  (lambda (k)
    (bind-condition-handler (list condition-type:file-operation-error)
        (lambda (e) (use-value other))
      (lambda () (call-with-input-file missing read))))))
(define tries 0)
(write-line
 (bind-condition-handler (list condition-type:file-operation-error)
     (lambda (e)
       (set! tries (+ tries 1))
       (if (= tries 3) (call-with-output-file missing (lambda (port) (write 'made port))))
       (retry))
   (lambda () (call-with-input-file missing read))))
(write-line tries)
(delete-file missing)
(delete-file other)
(write-line (map file-exists? (list missing other)))
