;; cond-expand chooses by feature.
(cond-expand (full-unicode (write-line 'unicode)) (else (write-line 'none)))
(cond-expand ((and r7rs (not no-such-feature)) (write-line 'yes)) (else (write-line 'no)))
(cond-expand ((or no-such-feature r7rs) (write-line 'either)))
(cond-expand ((library (scheme base)) (write-line 'library)) (else (write-line 'no-library)))
(write-line (cond-expand (no-such-feature 1) (else 2)))
