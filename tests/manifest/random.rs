/// Texts that are different in each call and the same in each run (xorshift).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    pub(crate) fn text(&mut self) -> String {
        const PIECES: [&str; 40] = [
            "a",
            "b",
            "z",
            "0",
            "9",
            "A",
            "-",
            "_",
            ".",
            "/",
            ":",
            ": ",
            " ",
            "#",
            " #",
            "@",
            "'",
            "\"",
            "\\",
            "$",
            "`",
            "\n",
            "\r",
            "\t",
            "é",
            "ß",
            "秘",
            "🐳",
            "\u{7f}",
            "\u{85}",
            "\u{feff}",
            "\u{2028}",
            "{",
            "}",
            "docker.io",
            "://",
            "nginx",
            "YOUR_POD",
            "|",
            "*",
        ];
        (0..self.below(9)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}
