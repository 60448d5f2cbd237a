/// Work on many inputs at once, with results in the order of the inputs.
package enum OrderedParallel {
    /// Applies `work` to every input on as many tasks as `width`, and hands each result to `take` in
    /// input order.
    ///
    /// At most `width * 4` results wait at any time, so that memory does not grow with the number of
    /// inputs: a new input is drawn only when a result has been taken. What `work` gives must depend on
    /// its input alone; then the sequence of calls of `take` is the same on one task or many.
    package static func run<Input: Sendable, Output: Sendable>(
        _ inputs: inout some IteratorProtocol<Input>, width: Int,
        work: @escaping @Sendable (Input) -> Output, take: (Output) -> Void
    ) async {
        let window = max(1, width) * 4
        await withTaskGroup(of: (Int, Output).self) { group in
            var started = 0
            var taken = 0
            var waiting: [Int: Output] = [:]
            var running = 0
            while true {
                while running < max(1, width), started - taken < window, let input = inputs.next() {
                    let place = started
                    group.addTask { (place, work(input)) }
                    started += 1
                    running += 1
                }
                guard let (place, output) = await group.next() else { break }
                running -= 1
                waiting[place] = output
                while let output = waiting.removeValue(forKey: taken) {
                    take(output)
                    taken += 1
                }
            }
        }
    }
}
