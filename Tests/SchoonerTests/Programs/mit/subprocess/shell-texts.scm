; Shell commands: their codes, their output, their input, their folder.
(load-option 'synchronous-subprocess)
(define (output-of command . options)
  (call-with-output-string
   (lambda (port) (apply run-shell-command command 'output port options))))
(write-line (run-shell-command "exit 0"))
(write-line (run-shell-command "exit 7"))
(write-line (output-of "printf 'a b c'"))
(write-line (output-of "echo one; echo two"))
(write-line (output-of "sort" 'input (open-input-string "pear\napple\n")))
(write-line (output-of "pwd" 'working-directory "/"))
(write-line (output-of "echo $((6 * 7))"))
(write-line (run-synchronous-subprocess "/bin/sh" '("-c" "exit 3")))
(write-line (call-with-output-string
             (lambda (port) (run-synchronous-subprocess "/bin/echo" '("several" "arguments here") 'output port))))
(write-line (output-of "cat; echo done" 'input (open-input-string "")))
(write-line ((string-splitter) (output-of "echo 1 2 3 | tr ' ' '\\n'")))
(write-line (string? (get-environment-variable "PATH")))
(write-line (get-environment-variable "NO_SUCH_VARIABLE_HERE"))
