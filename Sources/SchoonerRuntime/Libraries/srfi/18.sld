;;;; SRFI 18: threads, mutexes, condition variables and times, over the scheduler's green threads.

(define-library (srfi 18)
  (export current-thread thread? make-thread thread-name thread-specific thread-specific-set!
          thread-start! thread-yield! thread-sleep! thread-terminate! thread-join!
          mutex? make-mutex mutex-name mutex-specific mutex-specific-set! mutex-state mutex-lock! mutex-unlock!
          condition-variable? make-condition-variable condition-variable-name
          condition-variable-specific condition-variable-specific-set!
          condition-variable-signal! condition-variable-broadcast!
          current-time time? time->seconds seconds->time
          current-exception-handler with-exception-handler raise
          join-timeout-exception? abandoned-mutex-exception? terminated-thread-exception?
          uncaught-exception? uncaught-exception-reason)
  (import (scheme base) (scheme case-lambda)
          (rename (only (mit legacy runtime)
                        current-thread create-thread exit-current-thread yield-current-thread sleep-current-thread
                        thread-get thread-put! thread-dead? %terminate-thread
                        make-thread-queue thread-queue/queue! thread-queue/dequeue! thread-queue/dequeue-no-hang!
                        make-queue enqueue! dequeue! queue-empty?
                        without-interrupts %adjust-preemption! current-second %handlers
                        error:wrong-type-argument)
                  (current-thread native-thread)
                  (thread-get native-get)
                  (thread-put! native-put!)
                  (thread-dead? native-dead?)))
  (include "18/times.scm" "18/waiting.scm" "18/threads.scm" "18/mutexes.scm" "18/condition-variables.scm"))
