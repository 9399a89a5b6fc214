(write-line (comparator? number-comparator))
(write-line (comparator? symbol-comparator))
(write-line (comparator? string-comparator))
