;;;; Control: continuations, dynamic-wind, parameters.
