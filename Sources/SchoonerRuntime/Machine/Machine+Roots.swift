extension Machine: RootProvider {
    /// Shows the registers and the stacks. A thread that has not run since the last collection holds no young values.
    package func visitRoots(_ collector: Collector) {
        collector.visit(&state.pointee.link)
        collector.visit(&state.pointee.winders)
        collector.visit(&state.pointee.parameters)
        collector.visit(&state.pointee.handlers)
        collector.visit(&state.pointee.value)
        collector.visit(&state.pointee.adapterClosure)
        for thread in threads.values where thread.isDirty || collector.isMajor {
            visitThread(thread, collector)
        }
    }

    private func visitThread(_ thread: GreenThread, _ collector: Collector) {
        let isRunning = thread === current
        let frame = isRunning ? state.pointee.savedFrame : thread.frame
        let arguments = (isRunning ? state.pointee.argumentCount : thread.argumentCount) + 2
        // The frame's own size can only be read before its closure moves.
        let callee = Value(bits: frame[1])
        let words = callee.isType(.closure) ? callee.code.codeFrameWords : 0
        let depth = frame - thread.stackBase
        let used = min(depth + max(words, arguments), thread.stackWords)
        collector.visit(thread.stackBase, count: used)
        // Slots above hold stale words: nothing may take them for values later.
        (thread.stackBase + used).update(repeating: 0, count: thread.stackWords - used)
        if !isRunning {
            collector.visit(&thread.link)
            collector.visit(&thread.winders)
            collector.visit(&thread.parameters)
            collector.visit(&thread.handlers)
            thread.isDirty = false
        }
        collector.visit(&thread.object)
    }
}
