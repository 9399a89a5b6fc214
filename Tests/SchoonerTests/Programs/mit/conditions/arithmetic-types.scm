(write-line (condition-type? condition-type:divide-by-zero))
(write-line (condition-type? condition-type:floating-point-underflow))
(write-line (condition-type? condition-type:arithmetic-error))
(write-line (condition-type/name condition-type:divide-by-zero))
