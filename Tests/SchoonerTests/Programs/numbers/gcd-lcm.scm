;; Greatest common divisors and least common multiples.
(write-line (list (gcd) (gcd 12) (gcd 12 18) (gcd -12 18) (gcd 0 5) (gcd 12 18 27)))
(write-line (list (lcm) (lcm 4) (lcm 4 6) (lcm -4 6) (lcm 2 3 4)))
(write-line (gcd 123456789012345678901234567890 987654321098765432109876543210))
