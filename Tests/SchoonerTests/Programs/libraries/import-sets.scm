;; R7RS 5.2: only, except, prefix, rename, and their combinations.
(define-library (colours)
  (export red green blue (rename internal-mix mix))
  (import (scheme base))
  (begin
    (define red 'r)
    (define green 'g)
    (define blue 'b)
    (define (internal-mix a b) (list a b))))

(import (scheme base)
        (scheme write)
        (prefix (colours) c:)
        (only (colours) red)
        (rename (except (colours) red) (green verde))
        (prefix (rename (only (colours) mix blue) (mix blend)) p-))

(define (show . objects)
  (for-each display objects)
  (newline))

(show c:red " " c:green " " (c:mix 1 2))
(show red)
(show verde " " blue " " (mix 3 4))
(show (p-blend 5 6) " " p-blue)
