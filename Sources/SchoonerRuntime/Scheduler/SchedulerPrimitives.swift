/// The tables of threads and their means of waiting for each other, in one list for the boot.
package enum SchedulerPrimitives {
    package static let table: [Primitive] =
        ThreadPrimitives.table + ThreadEventPrimitives.table + MutexPrimitives.table + ThreadQueuePrimitives.table
        + DescriptorEventPrimitives.table + ThreadStopPrimitives.table
}
