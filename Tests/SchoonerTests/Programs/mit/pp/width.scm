; A width for the printer to keep to.
(define data '(the quick brown fox jumps over the lazy dog and the other way round))
(pp data)
(parameterize ((param:pp-forced-x-size 30)) (pp data))
(pretty-print '(a b))
