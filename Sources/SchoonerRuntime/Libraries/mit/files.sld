;;; Files and directories: MIT reference manual 15.3, 15.4.

(define-library (mit files)
  (export file-regular? file-directory? file-symbolic-link? file-soft-link? file-type-direct file-type-indirect
          file-exists-direct? file-exists-indirect?
          file-access file-readable? file-writeable? file-writable? file-executable? file-eq?
          file-modes file-length set-file-times!
          file-attributes file-attributes-direct file-attributes-indirect
          file-attributes/type file-attributes/n-links file-attributes/uid file-attributes/gid
          file-attributes/access-time file-attributes/modification-time file-attributes/change-time
          file-attributes/length file-attributes/mode-string file-attributes/inode-number
          file-modification-time file-modification-time-direct file-modification-time-indirect
          file-modification-time<? file-modification-time<=?
          file-access-time file-access-time-direct file-access-time-indirect current-file-time
          delete-file-no-errors copy-file directory-read directory-file-names
          file-processed? file-loadable? find-file-types file-line-ending
          call-with-append-file call-with-binary-append-file
          call-with-exclusive-output-file call-with-exclusive-binary-output-file
          )
  (import (mit legacy runtime) (mit pathname))
  (begin

    (define (merged filename) (merge-pathnames filename))

    ;; Type, modes, links, user, group, access, modification, change, length, inode; #f when there is no such file.
    (define (status filename follow?) (%file-status (merged filename) follow?))

    (define (status-part filename follow? index)
      (let ((found (status filename follow?)))
        (and found (vector-ref found index))))

    (define (file-type-direct filename) (status-part filename #f 0))
    (define (file-type-indirect filename) (status-part filename #t 0))
    (define (file-exists-direct? filename) (and (status filename #f) #t))
    (define (file-exists-indirect? filename) (and (status filename #t) #t))
    (define (file-regular? filename) (eq? (file-type-indirect filename) 'regular))
    (define (file-directory? filename) (eq? (file-type-indirect filename) 'directory))
    (define (file-symbolic-link? filename) (eq? (file-type-direct filename) 'unix-symbolic-link))
    (define (file-soft-link? filename) (file-symbolic-link? filename))

    (define (file-access filename mode) (%file-access? (merged filename) mode))
    (define (file-readable? filename) (file-access filename 4))
    (define (file-executable? filename) (file-access filename 1))

    ;; A file that does not exist is writable when its directory is.
    (define (file-writeable? filename)
      (let ((pathname (merged filename)))
        (if (%file-access? pathname 0)
            (%file-access? pathname 2)
            (let ((directory (directory-pathname pathname)))
              (and (file-directory? directory)
                   (%file-access? directory 2))))))
    (define (file-writable? filename) (file-writeable? filename))

    (define (file-eq? left right)
      (let ((left (status left #t))
            (right (status right #t)))
        (and left right
             (= (vector-ref left 9) (vector-ref right 9))
             (eq? (vector-ref left 0) (vector-ref right 0)))))

    (define (file-modes filename) (status-part filename #t 1))

    (define (file-length filename)
      (or (status-part filename #t 8)
          (error:bad-range-argument filename 'file-length)))

    (define (file-modification-time-direct filename) (status-part filename #f 6))
    (define (file-modification-time-indirect filename) (status-part filename #t 6))
    (define (file-modification-time filename) (status-part filename #t 6))
    (define (file-access-time-direct filename) (status-part filename #f 5))
    (define (file-access-time-indirect filename) (status-part filename #t 5))
    (define (file-access-time filename) (status-part filename #t 5))
    (define (current-file-time) (current-time))

    (define (set-file-times! filename access modification)
      (%set-file-times! (merged filename)
                        (or access (file-access-time filename))
                        (or modification (file-modification-time filename))))

    (define (compare-times left right less?)
      (let ((left (file-modification-time left))
            (right (file-modification-time right)))
        (or (not left)
            (and right (less? left right)))))
    (define (file-modification-time<? left right) (compare-times left right <))
    (define (file-modification-time<=? left right) (compare-times left right <=))

    ;; As MIT's vector: type (#t for a directory, a string for a link, #f), links, user, group, three times, length,
    ;; mode string, inode.
    (define (attributes filename follow?)
      (let ((found (status filename follow?)))
        (and found
             (let ((type (vector-ref found 0)))
               (vector (case type
                         ((directory) #t)
                         ((unix-symbolic-link) (->namestring filename))
                         (else #f))
                       (vector-ref found 2)
                       (vector-ref found 3)
                       (vector-ref found 4)
                       (vector-ref found 5)
                       (vector-ref found 6)
                       (vector-ref found 7)
                       (vector-ref found 8)
                       (mode-string type (vector-ref found 1))
                       (vector-ref found 9))))))

    (define (mode-string type modes)
      (define (flag bit letter) (if (= 0 (bitwise-and modes bit)) #\- letter))
      (string (case type
                ((directory) #\d)
                ((unix-symbolic-link) #\l)
                ((unix-character-device) #\c)
                ((unix-block-device) #\b)
                ((unix-named-pipe) #\p)
                ((unix-socket) #\s)
                (else #\-))
              (flag 256 #\r) (flag 128 #\w) (flag 64 #\x)
              (flag 32 #\r) (flag 16 #\w) (flag 8 #\x)
              (flag 4 #\r) (flag 2 #\w) (flag 1 #\x)))

    (define (file-attributes filename) (attributes filename #f))
    (define (file-attributes-direct filename) (attributes filename #f))
    (define (file-attributes-indirect filename) (attributes filename #t))
    (define (file-attributes/type attributes) (vector-ref attributes 0))
    (define (file-attributes/n-links attributes) (vector-ref attributes 1))
    (define (file-attributes/uid attributes) (vector-ref attributes 2))
    (define (file-attributes/gid attributes) (vector-ref attributes 3))
    (define (file-attributes/access-time attributes) (vector-ref attributes 4))
    (define (file-attributes/modification-time attributes) (vector-ref attributes 5))
    (define (file-attributes/change-time attributes) (vector-ref attributes 6))
    (define (file-attributes/length attributes) (vector-ref attributes 7))
    (define (file-attributes/mode-string attributes) (vector-ref attributes 8))
    (define (file-attributes/inode-number attributes) (vector-ref attributes 9))

    (define (delete-file-no-errors filename)
      (call-with-current-continuation
       (lambda (leave)
         (with-exception-handler
          (lambda (condition) (leave #f))
          (lambda ()
            (delete-file filename)
            #t)))))

    (define (copy-file from to)
      (call-with-binary-input-file (merged from)
        (lambda (input)
          (call-with-binary-output-file (merged to)
            (lambda (output)
              (let loop ()
                (let ((bytes (read-bytevector 65536 input)))
                  (if (not (eof-object? bytes))
                      (begin
                        (write-bytevector bytes output)
                        (loop)))))))))
      (set-file-modes! (merged to) (file-modes from)))

    ;; The pathnames of a directory's files; of those that match when the pathname has a name or type. The one of these that it
    ;; lacks matches any.
    (define (directory-read filename #!optional sort?)
      (let* ((pathname (merge-pathnames filename))
             (given (->pathname filename))
             (directory (directory-pathname pathname))
             (names (%directory-names directory))
             (sorted (if (or (default-object? sort?) sort?) (sort names string<?) names))
             (found (map (lambda (name) (file-in directory name)) sorted)))
        (if (or (pathname-name given) (pathname-type given))
            (filter (lambda (file)
                      (and (part-matches? (pathname-name given) (pathname-name file))
                           (part-matches? (pathname-type given) (pathname-type file))))
                    found)
            found)))

    (define (part-matches? pattern part)
      (or (not pattern) (eq? pattern 'wild) (equal? pattern part)))

    ;; A name in a directory is no path: "." and ".." are files there.
    (define (file-in directory name)
      (let ((file (->pathname name)))
        (make-pathname #f #f (pathname-directory directory)
                       (pathname-name file) (pathname-type file) #f)))

    (define (directory-file-names directory #!optional include-dots?)
      (let ((names (%directory-names directory)))
        (if (or (default-object? include-dots?) (not include-dots?))
            (remove (lambda (name) (or (string=? name ".") (string=? name ".."))) names)
            names)))

    ;; Whether the file of the second type is there and not older than that of the first.
    (define (file-processed? filename input-type output-type)
      (file-modification-time<=? (pathname-default-type filename input-type)
                                 (pathname-new-type filename output-type)))

    (define (file-loadable? filename)
      (let ((pathname (merged filename)))
        (or (file-regular? pathname)
            (file-regular? (pathname-default-type pathname "scm")))))

    (define (find-file-types filename types)
      (find file-regular?
            (map (lambda (type) (pathname-new-type filename type)) types)))

    (define (file-line-ending filename) 'newline)

    (define (call-with-append-file filename procedure)
      (call-with-output-file filename procedure #t))
    (define (call-with-binary-append-file filename procedure)
      (call-with-binary-output-file filename procedure #t))

    (define (exclusively call)
      (lambda (filename procedure)
        (if (file-exists? filename)
            (error "Unable to open file" (->namestring (merged filename)) 'because: "File exists."))
        (call filename procedure)))
    (define call-with-exclusive-output-file (exclusively call-with-output-file))
    (define call-with-exclusive-binary-output-file (exclusively call-with-binary-output-file))))
