enum CommandHelp {
    static let version = "Schooner 0.1.0"

    static let text = """
        Usage: schooner [OPTION …] [FILE [ARG …]]

        Runs the Scheme program FILE; (command-line-arguments) has the ARGs. FILE may be -, for a program on standard
        input. Without a program, the read-eval-print loop.

          -e EXPR              evaluate the expression
          --eval EXPR …        evaluate the expressions, up to the next option
          --load FILE …        load the files, up to the next option
          --args ARG …         arguments for the program, up to the next option that begins with --
          -- ARG …             arguments for the program: all that follows
          -i, --interactive    the read-eval-print loop; files and expressions are run in it first, so that their errors
                                 begin a level
          --quiet              accepted; there is no banner
          --no-init-file       accepted; there is no init file
          --batch-mode         accepted; without a terminal nothing more is printed in any case
          --line-ending MODE   how accepted connections end lines when the program does not say: seed, CR-LF in both
                               directions; text, as MIT Scheme 12.1: any ending is read, LF is written
          -I DIR, -A DIR       look for libraries in DIR, before or after the other places
          --repl-socket PATH   offer the read-eval-print loop at a Unix-domain socket while the program runs; only its
                               user can connect
          --heap-limit SIZE    the most bytes of live data: 512M, 2G; else 4G or half of the memory
          --heap BLOCKS        the same in MIT Scheme's blocks of 8 KiB
          --gc-pauses          at the end, print how long garbage collections have kept the program waiting
          --disassemble        print what the compiler makes of each form and procedure, and do not run it
          --version            print the version
          --help               print this

        Files and expressions are run in the order given. While threads of theirs go on, so does the command, with the
        loop on standard input until that ends; after --load and --eval it also reads there what is waiting, as MIT
        Scheme does. Reports of errors go to standard error.
        Exit codes: 0; what (exit code) says; 14 after an error that nobody handled; 64 for a command that cannot be
        understood; 130 after an interrupt.

        """
}
