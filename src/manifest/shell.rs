//! Words of a command, quoted so that a shell hands them on as they are.

/// The shells that the commands are written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shell {
    /// `sh`, `bash`, `zsh`, `ksh` and `dash`.
    #[default]
    Posix,
    /// Windows PowerShell 5.1 and PowerShell 7.
    ///
    /// Before 7.3 it drops double quotes from the arguments of a program, however they are quoted. The commands mend
    /// that for the password, which they read themselves; a user name with a double quote arrives without it there.
    PowerShell,
}

impl Shell {
    /// Both, in the order in which a switch offers them.
    pub const ALL: [Self; 2] = [Self::Posix, Self::PowerShell];

    /// One word of a command line. A text with a NUL character cannot be a word of any command.
    ///
    /// ```
    /// use image_pull_guide::manifest::shell::Shell;
    /// assert_eq!(Shell::Posix.quoted("--docker-username=o'bot"), r"--docker-username='o'\''bot'");
    /// assert_eq!(Shell::PowerShell.quoted("--docker-username=o'bot"), "'--docker-username=o''bot'");
    /// assert_eq!(Shell::Posix.quoted("my-registry-secret"), "my-registry-secret");
    /// ```
    #[must_use]
    pub fn quoted(self, word: &str) -> String {
        match self {
            Self::Posix => match word.split_once('=') {
                Some((option, value)) if option.starts_with("--") && is_plain_in_posix(option) => {
                    format!("{option}={}", posix_value(value))
                }
                _ => posix_value(word),
            },
            Self::PowerShell if is_plain_in_power_shell(word) => word.to_owned(),
            Self::PowerShell => format!("'{}'", doubled_quotes(word)),
        }
    }

    /// What ends a line whose command goes on in the next one.
    #[must_use]
    pub fn continued(self) -> &'static str {
        match self {
            Self::Posix => " \\\n",
            Self::PowerShell => " `\n",
        }
    }
}

fn posix_value(value: &str) -> String {
    if is_plain_in_posix(value) { value.to_owned() } else { format!("'{}'", value.replace('\'', r"'\''")) }
}

/// A leading `=` would name a program in zsh.
fn is_plain_in_posix(word: &str) -> bool {
    !word.is_empty()
        && !word.starts_with('=')
        && word.chars().all(|c| c.is_ascii_alphanumeric() || "_./:@%+=,-".contains(c))
}

/// An option with a dot or a colon would fall apart into two words, and a leading digit can start a number.
fn is_plain_in_power_shell(word: &str) -> bool {
    let more = if word.starts_with('-') { "_-/=" } else { "_-/=.:" };
    word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')
        && word.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
}

/// PowerShell takes the typographic quotes for quotes too.
fn doubled_quotes(word: &str) -> String {
    let is_quote = |c| matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}');
    word.chars().flat_map(|c| std::iter::repeat_n(c, if is_quote(c) { 2 } else { 1 })).collect()
}
