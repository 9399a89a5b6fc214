import SchoonerRuntime
let scheme = Interpreter()
scheme.boot()
print(scheme.runFile(CommandLine.arguments[1]))
