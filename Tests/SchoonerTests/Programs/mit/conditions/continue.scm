(write-line (with-simple-restart 'continue "Continue." (lambda () (continue) 'not-here)))
(write-line (with-simple-restart 'abort "Stop." (lambda () (abort) 'not-here)))
(write-line (with-simple-restart 'muffle-warning "Be quiet." (lambda () (warn "loud") 'after)))
