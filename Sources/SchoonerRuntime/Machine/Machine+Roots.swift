extension Machine: RootProvider {
    /// Shows the registers and the stacks. A thread that has not run since the last collection holds no young values.
    package func visitRoots(_ collector: Collector) {
        collector.visit(&state.pointee.link)
        collector.visit(&state.pointee.winders)
        collector.visit(&state.pointee.parameters)
        collector.visit(&state.pointee.handlers)
        collector.visit(&state.pointee.value)
        collector.visit(&state.pointee.adapterClosure)
        threads.visitDirty { thread in
            visitThread(thread, collector)
            return thread === current
        }
    }

    /// Shows the stacks of other threads.
    package func visitParkedRoots(_ collector: Collector, from position: Int, words: inout Int) -> Int? {
        threads.visitSome(from: position) { thread in
            if thread !== current { words -= visitThread(thread, collector) + 16 }
            return words > 0
        }
    }

    /// Shows the values of a thread; how many words of its stack are in use.
    @discardableResult
    private func visitThread(_ thread: GreenThread, _ collector: Collector) -> Int {
        let isRunning = thread === current
        let frame = isRunning ? state.pointee.savedFrame : thread.frame
        let arguments = (isRunning ? state.pointee.argumentCount : thread.argumentCount) + 2
        // Another thread in the same procedure may have moved the closure already.
        let callee = collector.survivor(of: Value(bits: frame[1])) ?? Value(bits: frame[1])
        let words = callee.isType(.closure) ? callee.code.codeFrameWords : 0
        let depth = frame - thread.stackBase
        let used = min(depth + max(words, arguments), thread.stackWords)
        collector.visit(thread.stackBase, count: used)
        // Slots above hold stale words: nothing may take them for values later.
        (thread.stackBase + used).update(repeating: 0, count: thread.stackWords - used)
        if !isRunning {
            thread.shrinkStack(used: used)
            collector.visit(&thread.link)
            collector.visit(&thread.winders)
            collector.visit(&thread.parameters)
            collector.visit(&thread.handlers)
        }
        collector.visit(&thread.object)
        return used
    }
}
