;;; SOS, MIT Scheme's object system: classes, instances, generic procedures (MIT/GNU Scheme SOS Reference Manual).
;;; (load-option 'sos) binds these names globally.

(define-library (mit sos)
  (export define-class define-generic define-method
          make-class make-trivial-subclass class? class-name class-direct-superclasses class-direct-slot-names
          class-precedence-list class-slots class-slot subclass? object-class record-class record-type-class
          instance? instance-class instance-of? instance-predicate instance-constructor initialize-instance
          write-instance
          slot-name slot-class slot-index slot-properties slot-property slot-initial-value slot-initial-value?
          slot-initializer slot-descriptor? slot-value set-slot-value! slot-initialized?
          slot-accessor slot-modifier slot-initpred slot-accessor-method slot-modifier-method slot-initpred-method
          make-generic-procedure generic-procedure? generic-procedure-name generic-procedure-arity
          generic-procedure-arity-min generic-procedure-arity-max generic-procedure-methods
          generic-procedure-applicable?
          make-method make-chained-method method? chained-method? method-specializers method-procedure
          method-applicable? add-method add-methods delete-method
          condition-type:no-applicable-methods error:no-applicable-methods
          <object> <boolean> <char> <pair> <vector> <string> <symbol> <record> <entity> <cell> <environment>
          <procedure> <generic-procedure> <instance> <class> <method>
          <number> <complex> <real> <rational> <integer> <exact> <exact-complex> <exact-real> <exact-rational>
          <exact-integer> <inexact> <inexact-complex> <inexact-real> <inexact-rational> <inexact-integer>
          <fixnum> <bignum> <ratnum> <flonum> <recnum>)
  (import (mit legacy runtime))
  (include "sos/classes.scm" "sos/built-in-classes.scm" "sos/methods.scm" "sos/instances.scm" "sos/syntax.scm"))
