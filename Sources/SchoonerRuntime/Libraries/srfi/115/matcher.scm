;;; The matcher: all threads through a program step from character to character together. Earlier threads in the list
;;; are preferred; of two threads at the same instruction only the preferred one goes on. A thread carries a vector of
;;; the positions that it has noted, which is copied when it changes.

;; Matches the program from a position on, up to a limit.
;; - start, end: what assertions take for the ends of the string
;; - search?: whether the match may begin later
;; - whole?: whether the match must end at the limit
;; - saved: the positions that are noted already
;; The value is the vector of positions, or #f.
(define (run program string start end from limit search? whole? saved)
  (let* ((operations (program-operations program))
         (firsts (program-first-operands program))
         (seconds (program-second-operands program))
         (table (and search? (program-first-test program)))
         (size (vector-length operations))
         (marks (make-vector size -1)))

    ;; Follows what takes no character; the thread lists are vectors of instructions and of positions.
    (define (add! places noted count place saved position)
      (if (= (vector-ref marks place) position)
          count
          (let ((operation (vector-ref operations place)))
            (vector-set! marks place position)
            (cond ((or (= operation op-char) (= operation op-set) (= operation op-match))
                   (vector-set! places count place)
                   (vector-set! noted count saved)
                   (+ count 1))
                  ((= operation op-split)
                   (let ((count (add! places noted count (vector-ref firsts place) saved position)))
                     (add! places noted count (vector-ref seconds place) saved position)))
                  ((= operation op-jump)
                   (add! places noted count (vector-ref firsts place) saved position))
                  ((= operation op-save)
                   (let ((saved (vector-copy saved)))
                     (vector-set! saved (vector-ref firsts place) position)
                     (add! places noted count (+ place 1) saved position)))
                  ((= operation op-assert)
                   (if ((vector-ref firsts place) string position start end)
                       (add! places noted count (+ place 1) saved position)
                       count))
                  (else
                   (let ((found (look (vector-ref firsts place) (vector-ref seconds place) saved position)))
                     (if found
                         (add! places noted count (+ place 1) found position)
                         count)))))))

    ;; The positions after a look-around that holds, or #f.
    (define (look program kind saved position)
      (let ((found (if (car kind)
                       (run program string start end position end #f #f saved)
                       (look-behind program saved position))))
        (if (cdr kind)
            (if found #f saved)
            (and found
                 (begin
                   (vector-set! found 0 (vector-ref saved 0))
                   (vector-set! found 1 (vector-ref saved 1))
                   found)))))

    (define (look-behind program saved position)
      (let loop ((from position))
        (and (>= from start)
             (or (run program string start end from position #f #t saved)
                 (loop (- from 1))))))

    (define (begin-thread saved position)
      (let ((saved (vector-copy saved)))
        (vector-set! saved 0 position)
        saved))

    ;; The first position from which a match may begin.
    (define (skip position)
      (if table
          (let loop ((position position))
            (if (and (< position limit)
                     (let ((code (char->integer (string-ref string position))))
                       (and (< code 128) (= 0 (bytevector-u8-ref table code)))))
                (loop (+ position 1))
                position))
          position))

    (let next-position ((position from)
                        (places (make-vector size)) (noted (make-vector size)) (count 0)
                        (other-places (make-vector size)) (other-noted (make-vector size))
                        (matched #f))
      (let* ((position (if (and (= count 0) (not matched)) (skip position) position))
             (count (if (and (not matched) (or search? (= position from)))
                        (add! places noted count 0 (begin-thread saved position) position)
                        count)))
        (if (and (= count 0) (or matched (not search?)))
            matched
            (let ((char (and (< position limit) (string-ref string position)))
                  (next (+ position 1)))
              (let step ((index 0) (other-count 0) (matched matched))
                (if (< index count)
                    (let* ((place (vector-ref places index))
                           (operation (vector-ref operations place))
                           (saved (vector-ref noted index)))
                      (cond ((= operation op-match)
                             (if (and whole? (< position limit))
                                 (step (+ index 1) other-count matched)
                                 (let ((saved (vector-copy saved)))
                                   (vector-set! saved 1 position)
                                   ;; The threads after this one are not preferred to it.
                                   (step count other-count saved))))
                            ((and char
                                  (if (= operation op-char)
                                      (char=? char (vector-ref firsts place))
                                      (set-contains? (vector-ref firsts place) (vector-ref seconds place) char)))
                             (step (+ index 1)
                                   (add! other-places other-noted other-count (+ place 1) saved next)
                                   matched))
                            (else (step (+ index 1) other-count matched))))
                    (if (>= position limit)
                        matched
                        (next-position next other-places other-noted other-count places noted matched))))))))))
