import Records

/// Copies of articles in which every name is another, so that they tell of other events.
enum NameChanging {
    /// The articles and `count - 1` changed sets of them, each with ids of its own.
    static func copies(of articles: [Article], count: Int) -> [Article] {
        var all = articles
        for number in 1..<max(1, count) {
            for var article in articles {
                article.id += "-copy\(number)"
                article.text = changed(article.text, number)
                article.title = article.title.map { changed($0, number) }
                all.append(article)
            }
        }
        return all
    }

    /// The text with each capitalised word inside a sentence given an ending that tells the copy.
    private static func changed(_ text: String, _ number: Int) -> String {
        var result = ""
        var word = ""
        var opensSentence = true
        func ending() -> String {
            var rest = number
            var letters = ""
            while rest > 0 {
                letters.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
                rest /= 26
            }
            return letters
        }
        func finish() {
            if word.count > 3, !opensSentence, word.first?.isUppercase == true { word += ending() }
            if !word.isEmpty { opensSentence = false }
            result += word
            word = ""
        }
        for character in text {
            if character.isLetter {
                word.append(character)
            } else {
                finish()
                if character == "." || character == "\n" || character == "“" || character == "\"" {
                    opensSentence = true
                }
                result.append(character)
            }
        }
        finish()
        return result
    }
}
