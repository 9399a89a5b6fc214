;;; Predicates with names, and an order among them: MIT Scheme 12.1. A predicate is known by its dispatch tag.

(define-library (mit predicates)
  (export predicate? predicate-name register-predicate! set-predicate<=! predicate<= predicate>=
          predicate->dispatch-tag dispatch-tag->predicate dispatch-tag? dispatch-tag-name dispatch-tag-print-name
          dispatch-tag<= dispatch-tag>= dispatch-tag= set-dispatch-tag<=!
          dispatch-tag-is-top? dispatch-tag-is-bottom? top-dispatch-tag bottom-dispatch-tag
          object->predicate object->dispatch-tag
          any-object? no-object?
          disjoin disjoin* conjoin conjoin* complement
          compound-predicate? compound-predicate-operands
          is-list-of is-non-empty-list-of is-pair-of
          guarantee-list-of error:not-a-list-of
          make-predicate-template predicate-template? predicate-template-name predicate-template-pattern
          predicate-template-parameter-names predicate-template-predicate predicate-template-constructor
          predicate-template-accessor
          parametric-predicate? parametric-predicate-template parametric-predicate-bindings
          parameter-binding-name parameter-binding-polarity parameter-binding-value
          standard-predicate-dispatcher chaining-predicate-dispatcher
          cached-standard-predicate-dispatcher cached-chaining-predicate-dispatcher
          predicate-dispatcher? predicate-dispatcher-name predicate-dispatcher-arity
          predicate-dispatcher-rules define-predicate-dispatch-handler)
  (import (mit legacy runtime))
  (include "predicates/tags.scm" "predicates/compound.scm" "predicates/templates.scm" "predicates/dispatchers.scm"
           "predicates/standard.scm"))
