;;; Pathnames: MIT reference manual 15.1, 15.2. A file name in parts; it keeps its namestring, which the runtime reads.

(define-library (mit pathname)
  (export pathname? ->pathname ->namestring ->truename parse-namestring make-pathname
          pathname-host pathname-device pathname-directory pathname-name pathname-type pathname-version
          pathname-new-device pathname-new-directory pathname-new-name pathname-new-type pathname-new-version
          pathname-default pathname-default-device pathname-default-directory pathname-default-name
          pathname-default-type pathname-default-version
          pathname=? pathname-absolute? pathname-relative? pathname-wild? pathname-hash
          merge-pathnames enough-pathname enough-namestring pathname-simplify
          directory-pathname file-pathname directory-namestring file-namestring host-namestring
          directory-pathname? pathname-as-directory directory-pathname-as-file
          param:default-pathname-defaults *default-pathname-defaults*
          working-directory-pathname pwd set-working-directory-pathname! cd with-working-directory-pathname
          user-homedir-pathname current-home-directory user-home-directory
          system-library-pathname system-library-directory-pathname
          init-file-pathname init-file-specifier->pathname guarantee-init-file-directory
          temporary-directory-pathname temporary-file-pathname
          call-with-temporary-file-pathname call-with-temporary-filename with-temporary-file
          )
  (import (mit legacy runtime))
  (begin

    (define-record-type pathname
      (%make-pathname host device directory name type version namestring)
      pathname?
      (host %host)
      (device %device)
      (directory %directory)
      (name %name)
      (type %type)
      (version %version)
      (namestring %namestring))

    (define-record-type %record (%make-host) host?)

    (define local-host (%make-host))

    (define (build directory name type version)
      (%make-pathname local-host 'unspecific directory name type version
                      (string-append (directory->string directory) (file->string name type))))

    (define (make-pathname host device directory name type version)
      (build (check-directory directory) name type (or version 'unspecific)))

    (define (check-directory directory)
      (if (not (or (not directory)
                   (and (list? directory)
                        (pair? directory)
                        (memq (car directory) '(absolute relative)))))
          (error:bad-range-argument directory 'make-pathname))
      directory)

    ;; From text to parts

    (define (split-path string)
      (let loop ((index (- (string-length string) 1)) (end (string-length string)) (parts '()))
        (cond ((< index 0) (cons (substring string 0 end) parts))
              ((char=? (string-ref string index) #\/)
               (loop (- index 1) index (cons (substring string (+ index 1) end) parts)))
              (else (loop (- index 1) end parts)))))

    (define (parse-directory-part part)
      (cond ((string=? part "..") 'up)
            ((string=? part ".") 'here)
            (else part)))

    (define (parse-namestring string #!optional host defaults)
      (if (not (string? string)) (error:not-a string? string 'parse-namestring))
      (let* ((parts (split-path (expand-home string)))
             (file (last parts))
             (directories (except-last-pair parts))
             (absolute? (and (pair? directories) (string-null? (car directories))))
             (steps (map parse-directory-part
                         (remove string-null? directories)))
             (directory (cond (absolute? (cons 'absolute steps))
                              ((pair? steps) (cons 'relative steps))
                              (else #f))))
        (receive (name type) (parse-file-part file)
          (build directory name type 'unspecific))))

    (define (expand-home string)
      (if (and (fix:> (string-length string) 0)
               (char=? (string-ref string 0) #\~))
          (let* ((end (or (string-search-forward "/" string 0) (string-length string)))
                 (user (substring string 1 end))
                 (home (%user-home-directory (if (string-null? user) #f user))))
            (if home
                (string-append home (substring string end (string-length string)))
                string))
          string))

    (define (wild-part string) (if (string=? string "*") 'wild string))

    (define (parse-file-part string)
      (let ((end (string-length string)))
        (if (or (= end 0) (string=? string ".") (string=? string ".."))
            (values (if (= end 0) #f string) #f)
            (let ((dot (string-search-backward "." string end)))
              (if (and dot (< 1 dot end))
                  (values (wild-part (substring string 0 (- dot 1)))
                          (wild-part (substring string dot end)))
                  (values (wild-part string) #f))))))

    ;; From parts to text

    (define (directory->string directory)
      (if (not directory)
          ""
          (fold (lambda (step text)
                  (string-append text
                                 (case step
                                   ((up) "..")
                                   ((here) ".")
                                   ((wild) "*")
                                   (else step))
                                 "/"))
                (if (eq? (car directory) 'absolute) "/" "")
                (cdr directory))))

    (define (part->string part) (if (eq? part 'wild) "*" part))

    (define (file->string name type)
      (string-append (if name (part->string name) "")
                     (if (and type (not (eq? type 'unspecific)))
                         (string-append "." (part->string type))
                         "")))

    (define (->pathname object)
      (cond ((pathname? object) object)
            ((string? object) (parse-namestring object))
            (else (error:not-a pathname? object '->pathname))))

    (define (->namestring object) (%namestring (->pathname object)))

    ;; Parts

    (define (pathname-host pathname) (%host (->pathname pathname)))
    (define (pathname-device pathname) (%device (->pathname pathname)))
    (define (pathname-directory pathname) (%directory (->pathname pathname)))
    (define (pathname-name pathname) (%name (->pathname pathname)))
    (define (pathname-type pathname) (%type (->pathname pathname)))
    (define (pathname-version pathname) (%version (->pathname pathname)))

    (define (directory-namestring pathname) (directory->string (pathname-directory pathname)))
    (define (file-namestring pathname)
      (let ((pathname (->pathname pathname)))
        (file->string (%name pathname) (%type pathname))))
    (define (host-namestring pathname) "")

    (define (directory-pathname pathname)
      (build (pathname-directory pathname) #f #f 'unspecific))
    (define (file-pathname pathname)
      (let ((pathname (->pathname pathname)))
        (build #f (%name pathname) (%type pathname) (%version pathname))))

    (define (pathname-new-device pathname device) (->pathname pathname))
    (define (pathname-new-directory pathname directory)
      (let ((pathname (->pathname pathname)))
        (build (check-directory directory) (%name pathname) (%type pathname) (%version pathname))))
    (define (pathname-new-name pathname name)
      (let ((pathname (->pathname pathname)))
        (build (%directory pathname) name (%type pathname) (%version pathname))))
    (define (pathname-new-type pathname type)
      (let ((pathname (->pathname pathname)))
        (build (%directory pathname) (%name pathname) type (%version pathname))))
    (define (pathname-new-version pathname version) (->pathname pathname))

    (define (pathname-default pathname device directory name type version)
      (let ((pathname (->pathname pathname)))
        (build (or (%directory pathname) directory)
               (or (%name pathname) name)
               (or (%type pathname) type)
               (%version pathname))))
    (define (pathname-default-device pathname device) (->pathname pathname))
    (define (pathname-default-directory pathname directory)
      (pathname-default pathname #f directory #f #f #f))
    (define (pathname-default-name pathname name)
      (pathname-default pathname #f #f name #f #f))
    (define (pathname-default-type pathname type)
      (pathname-default pathname #f #f #f type #f))
    (define (pathname-default-version pathname version) (->pathname pathname))

    (define (pathname=? left right)
      (string=? (->namestring left) (->namestring right)))

    (define (pathname-hash pathname #!optional modulus)
      (string-hash (->namestring pathname) modulus))

    (define (pathname-absolute? pathname)
      (let ((directory (pathname-directory pathname)))
        (and (pair? directory) (eq? (car directory) 'absolute))))

    (define (pathname-relative? pathname) (not (pathname-absolute? pathname)))

    (define (pathname-wild? pathname)
      (or (eq? (pathname-name pathname) 'wild)
          (eq? (pathname-type pathname) 'wild)))

    (define (directory-pathname? pathname)
      (let ((pathname (->pathname pathname)))
        (and (%directory pathname)
             (not (%name pathname))
             (not (%type pathname)))))

    (define (pathname-as-directory pathname)
      (let* ((pathname (->pathname pathname))
             (file (file-namestring pathname)))
        (if (string-null? file)
            pathname
            (build (append (or (%directory pathname) '(relative))
                           (list (parse-directory-part file)))
                   #f #f 'unspecific))))

    (define (directory-pathname-as-file pathname)
      (let* ((pathname (->pathname pathname))
             (directory (%directory pathname)))
        (if (or (%name pathname)
                (not directory)
                (null? (cdr directory))
                (not (string? (last directory))))
            pathname
            (receive (name type) (parse-file-part (last directory))
              (let ((rest (except-last-pair directory)))
                (build (if (equal? rest '(relative)) #f rest) name type 'unspecific))))))

    ;; Merging

    (define (merge-pathnames pathname #!optional defaults version)
      (let ((pathname (->pathname pathname))
            (defaults (if (or (default-object? defaults) (not defaults))
                          (working-directory-pathname)
                          (->pathname defaults))))
        (build (merge-directories (%directory pathname) (%directory defaults))
               (or (%name pathname) (%name defaults))
               (or (%type pathname) (%type defaults))
               (%version pathname))))

    (define (merge-directories directory default)
      (cond ((not directory) default)
            ((or (eq? (car directory) 'absolute) (not default)) directory)
            (else (append default (cdr directory)))))

    (define (enough-pathname pathname #!optional defaults)
      (let* ((defaults (if (or (default-object? defaults) (not defaults))
                           (working-directory-pathname)
                           (->pathname defaults)))
             (pathname (->pathname pathname)))
        (define (unless-same part default)
          (if (equal? part default) #f part))
        (build (enough-directory (%directory pathname) (%directory defaults))
               (unless-same (%name pathname) (%name defaults))
               (unless-same (%type pathname) (%type defaults))
               (%version pathname))))

    (define (enough-directory directory default)
      (if (and directory default (eq? (car directory) (car default)))
          (let loop ((rest (cdr directory)) (prefix (cdr default)))
            (cond ((null? prefix) (if (null? rest) #f (cons 'relative rest)))
                  ((and (pair? rest) (equal? (car rest) (car prefix)))
                   (loop (cdr rest) (cdr prefix)))
                  (else directory)))
          directory))

    (define (enough-namestring pathname #!optional defaults)
      (->namestring (enough-pathname pathname defaults)))

    (define (pathname-simplify pathname)
      (let* ((pathname (->pathname pathname))
             (directory (%directory pathname)))
        (if (not directory)
            pathname
            (let loop ((steps (cdr directory)) (done '()))
              (cond ((null? steps)
                     (build (cons (car directory) (reverse done))
                            (%name pathname) (%type pathname) (%version pathname)))
                    ((eq? (car steps) 'here) (loop (cdr steps) done))
                    ((and (eq? (car steps) 'up) (pair? done) (string? (car done)))
                     (loop (cdr steps) (cdr done)))
                    (else (loop (cdr steps) (cons (car steps) done))))))))

    (define (->truename pathname)
      (let ((pathname (merge-pathnames pathname)))
        (if (file-exists? pathname)
            pathname
            (file-operation-error pathname "find" "file" "file does not exist" '->truename))))

    (define file-operation-error
      (let ((signal (condition-signaller condition-type:file-operation-error
                                         '(filename verb noun reason operator operands)
                                         standard-error-handler)))
        (lambda (pathname verb noun reason operator)
          (signal (->namestring pathname) verb noun reason operator (list pathname)))))

    ;; The working directory

    (define (working-directory-pathname)
      (let ((directory (%working-directory)))
        (cond ((pathname? directory) directory)
              ((string? directory) (parse-namestring directory))
              (else (pathname-as-directory (%process-directory))))))

    (define (pwd) (working-directory-pathname))

    (define (enterable-directory name)
      (let ((pathname (pathname-simplify (pathname-as-directory (merge-pathnames name (working-directory-pathname))))))
        (let ((status (%file-status pathname #t)))
          (if (not (and status (eq? (vector-ref status 0) 'directory)))
              (file-operation-error (directory-pathname-as-file pathname)
                                    "enter" "directory" "no such directory" 'set-working-directory-pathname!)))
        pathname))

    (define (set-working-directory-pathname! name)
      (let ((pathname (enterable-directory name)))
        (%set-working-directory! pathname)
        pathname))

    (define (cd #!optional name)
      (set-working-directory-pathname!
       (if (default-object? name) (user-homedir-pathname) name)))

    (define (with-working-directory-pathname name thunk)
      (parameterize ((%working-directory (enterable-directory name)))
        (thunk)))

    (define param:default-pathname-defaults %working-directory)
    (define *default-pathname-defaults* #!default)

    ;; Known places

    (define (user-homedir-pathname)
      (pathname-as-directory (or (%user-home-directory #f) "/")))

    (define (current-home-directory) (user-homedir-pathname))

    (define (user-home-directory user)
      (let ((name (%user-home-directory user)))
        (if (not name) (error "Unknown user name:" user))
        (pathname-as-directory name)))

    (define (system-library-directory-pathname #!optional name)
      (pathname-as-directory (or (get-environment-variable "MITSCHEME_LIBRARY_PATH") "/usr/local/lib/schooner")))

    (define (system-library-pathname pathname #!optional required?)
      (merge-pathnames pathname (system-library-directory-pathname)))

    (define (init-file-pathname) #f)

    (define (init-file-specifier->pathname specifier)
      (merge-pathnames (apply string-append
                              ".schooner"
                              (map (lambda (part) (string-append "/" part)) specifier))
                       (user-homedir-pathname)))

    (define (guarantee-init-file-directory pathname)
      (let ((directory (directory-pathname pathname)))
        (if (not (file-exists? directory)) (make-directory directory))))

    (define (temporary-directory-pathname)
      (pathname-as-directory (or (get-environment-variable "TMPDIR") "/tmp")))

    (define (temporary-file-pathname #!optional directory)
      (->pathname
       (%make-temporary-file
        (->namestring
         (merge-pathnames "sch"
                          (if (or (default-object? directory) (not directory))
                              (temporary-directory-pathname)
                              (pathname-as-directory directory)))))))

    (define (call-with-temporary-file-pathname receiver)
      (let ((pathname (temporary-file-pathname)))
        (dynamic-wind
         (lambda () #t)
         (lambda () (receiver pathname))
         (lambda () (if (file-exists? pathname) (delete-file pathname))))))

    (define (call-with-temporary-filename receiver)
      (call-with-temporary-file-pathname
       (lambda (pathname) (receiver (->namestring pathname)))))

    (define (with-temporary-file pathname thunk)
      (dynamic-wind
       (lambda () #t)
       thunk
       (lambda () (if (file-exists? pathname) (delete-file pathname)))))


    (%set-pathname-type! pathname)
    (if (not (%working-directory))
        (%set-working-directory! (pathname-as-directory (%process-directory))))
    (define-print-method pathname?
      (standard-print-method 'pathname (lambda (pathname) (list (->namestring pathname)))))))
