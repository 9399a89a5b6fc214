;;; Calendar time: MIT reference manual 15.6. A universal time counts seconds since 1900 (UTC), a file time since 1970; a
;;; decoded time is the parts. A zone is hours west of Greenwich.

(define-library (mit time)
  (export epoch decoded-time? make-decoded-time
          decoded-time/second decoded-time/minute decoded-time/hour decoded-time/day decoded-time/month decoded-time/year
          decoded-time/day-of-week decoded-time/daylight-savings-time? decoded-time/zone
          decoded-time/date-string decoded-time/time-string decoded-time->string decoded-time->utc
          decoded-time->universal-time decoded-time->file-time
          decoded-time->iso8601-string decoded-time->rfc2822-string decoded-time->ctime-string
          decoded-time->xml-rpc-iso8601-string
          write-decoded-time-as-iso8601 write-decoded-time-as-rfc2822 write-decoded-time-as-ctime
          write-decoded-time-as-http write-decoded-time-as-xml-rpc-iso8601
          get-universal-time get-decoded-time local-decoded-time global-decoded-time
          decode-universal-time encode-universal-time decode-file-time encode-file-time
          universal-time->global-decoded-time universal-time->local-decoded-time
          universal-time->file-time file-time->universal-time
          file-time->global-decoded-time file-time->local-decoded-time
          universal-time->string file-time->string
          universal-time->global-time-string universal-time->local-time-string
          universal-time->global-ctime-string universal-time->local-ctime-string
          universal-time->global-iso8601-string universal-time->local-iso8601-string
          universal-time->global-rfc2822-string universal-time->local-rfc2822-string
          file-time->global-time-string file-time->local-time-string
          file-time->global-ctime-string file-time->local-ctime-string
          file-time->global-iso8601-string file-time->local-iso8601-string
          file-time->global-rfc2822-string file-time->local-rfc2822-string
          string->decoded-time string->universal-time string->file-time
          rfc2822-string->decoded-time iso8601-string->decoded-time xml-rpc-iso8601-string->decoded-time
          ctime-string->decoded-time
          iso8601-string->universal-time iso8601-string->file-time
          ctime-string->universal-time ctime-string->file-time
          time-zone? time-zone->string string->time-zone write-time-zone
          month/long-string month/short-string day-of-week/long-string day-of-week/short-string
          string->month string->day-of-week
          month/max-days
          show-time internal-time/ticks->seconds internal-time/seconds->ticks system-clock measure-interval wait-interval)
  (import (mit legacy runtime))
  (include "time/decoded-time.scm" "time/calendar.scm" "time/text.scm" "time/zones.scm" "time/reading.scm"
           "time/measuring.scm"))
