//! Finds the right spelling of a mistyped word.

/// Longer words are nobody's typing mistake, and would cost time.
const MAX_LEN: usize = 40;

/// The one of `known` that `word` was meant to be, if any is near enough.
///
/// Near means: one slip in three letters (a letter too many, too few, wrong,
/// or two swapped), or a known word of four letters or more with something
/// behind it, as in `conv2d`. Case and `_` do not count.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = letters(word);
    if word.is_empty() || word.len() > MAX_LEN {
        return None;
    }
    let rank = |name: &str| {
        let name = letters(name);
        let slips = slips(&word, &name);
        let near = slips <= 1.max(word.len().min(name.len()) / 3);
        let extended = name.len() >= 4 && word.starts_with(&name);
        (near || extended).then_some(slips)
    };
    let ranked = known.into_iter().filter_map(|name| Some((rank(name)?, name)));
    ranked.min_by_key(|&(slips, _)| slips).map(|(_, name)| name)
}

fn letters(word: &str) -> Vec<char> {
    word.chars().filter(|&c| c != '_').flat_map(char::to_lowercase).collect()
}

/// Damerau–Levenshtein distance (optimal string alignment).
fn slips(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let wrong = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + wrong);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if swapped {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const KNOWN: [&str; 5] = ["input", "classes", "conv", "max_pool", "bottleneck"];

    #[test]
    fn finds_what_was_meant() {
        for (word, meant) in [
            ("imput", "input"),
            ("inputs", "input"),
            ("Input", "input"),
            ("input_size", "input"),
            ("clases", "classes"),
            ("calsses", "classes"),
            ("bottelneck", "bottleneck"),
            ("BottleNeck", "bottleneck"),
            ("conv2d", "conv"),
            ("convolution", "conv"),
            ("maxpool", "max_pool"),
            ("MaxPool2d", "max_pool"),
        ] {
            assert_eq!(nearest(word, KNOWN), Some(meant), "{word}");
        }
    }

    #[test]
    fn does_not_guess_wildly() {
        let long = "input".repeat(50);
        for word in ["", "_", "banana", "in", "basic", "pool", "глубина", &long] {
            assert_eq!(nearest(word, KNOWN), None, "{word}");
        }
    }

    #[test]
    fn the_nearest_of_several_wins() {
        assert_eq!(nearest("scoped", ["scape", "scope"]), Some("scope"));
        assert_eq!(nearest("classes", ["class", "classes"]), Some("classes"));
    }
}
