/// A state of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011), root at the
/// end of the buffer.
///
/// Words are numbered within the sentence; the root is number `count`. Every sequence of permitted
/// actions ends in a tree with exactly one root, whatever the scores were. The arrays are reused from
/// sentence to sentence.
package struct ArcHybrid: Sendable {
    package enum Action: Int, Sendable {
        case shift, left, right
    }

    package private(set) var count = 0
    package private(set) var next = 0
    package private(set) var stack: [Int32] = []
    package private(set) var heads: [Int32] = []
    package private(set) var labels: [UInt8] = []
    /// The first and second child counted from the outside, at the left and at the right; -1 for none.
    package private(set) var left1: [Int32] = []
    package private(set) var left2: [Int32] = []
    package private(set) var right1: [Int32] = []
    package private(set) var right2: [Int32] = []
    package private(set) var leftCount: [UInt8] = []
    package private(set) var rightCount: [UInt8] = []

    package init() {}

    package mutating func start(_ words: Int) {
        count = words
        next = 0
        stack.removeAll(keepingCapacity: true)
        Self.fill(&heads, words + 1, -1)
        Self.fill(&labels, words + 1, 0)
        Self.fill(&left1, words + 1, -1)
        Self.fill(&left2, words + 1, -1)
        Self.fill(&right1, words + 1, -1)
        Self.fill(&right2, words + 1, -1)
        Self.fill(&leftCount, words + 1, 0)
        Self.fill(&rightCount, words + 1, 0)
    }

    private static func fill<T>(_ array: inout [T], _ count: Int, _ value: T) {
        array.removeAll(keepingCapacity: true)
        array.append(contentsOf: repeatElement(value, count: count))
    }

    /// Whether all words have a head.
    package var isDone: Bool { next == count && stack.isEmpty }

    package func permits(_ action: Action) -> Bool {
        switch action {
        case .shift: next < count
        case .left: !stack.isEmpty && (next < count || stack.count == 1)
        case .right: stack.count > 1
        }
    }

    /// The dependent and the head of the arc that an action would make.
    package func arc(_ action: Action) -> (dependent: Int, head: Int) {
        let dependent = Int(stack[stack.count - 1])
        return (dependent, action == .left ? next : Int(stack[stack.count - 2]))
    }

    package mutating func shift() {
        stack.append(Int32(next))
        next += 1
    }

    package mutating func reduce(_ action: Action, label: UInt8) {
        let (dependent, head) = arc(action)
        stack.removeLast()
        heads[dependent] = Int32(head)
        labels[dependent] = label
        if action == .left {
            left2[head] = left1[head]
            left1[head] = Int32(dependent)
            leftCount[head] &+= 1
        } else {
            right2[head] = right1[head]
            right1[head] = Int32(dependent)
            rightCount[head] &+= 1
        }
    }
}

extension ArcHybrid {
    /// How many gold arcs an action puts out of reach (Goldberg and Nivre 2013).
    ///
    /// - Parameter gold: the head of each word, `count` for the root's.
    package func cost(_ action: Action, gold: UnsafePointer<Int32>) -> Int {
        var cost = 0
        switch action {
        case .shift:
            let word = next
            for other in stack where gold[Int(other)] == Int32(word) { cost += 1 }
            for other in stack.dropLast() where gold[word] == other { cost += 1 }
        case .left, .right:
            let word = stack[stack.count - 1]
            for other in next..<max(count, next) where gold[other] == word { cost += 1 }
            let head = gold[Int(word)]
            if action == .left {
                if Int(head) > next { cost += 1 }
                if stack.count > 1, head == stack[stack.count - 2] { cost += 1 }
            } else if Int(head) >= next {
                cost += 1
            }
        }
        return cost
    }
}
