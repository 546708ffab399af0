//! Many faults in few lines: names that differ in one part, and have the same fault, are
//! written together, as shells write them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// What is wrong with the tensor of a name.
pub(super) struct Fault {
    pub name: String,
    pub what: String,
}

/// Most pieces that are written of one part.
const MAX_PIECES: usize = 12;

/// Every combination of some parts of names.
struct Group<'a> {
    /// The parts, each with the separator behind it, and what they may be.
    parts: Vec<Vec<&'a str>>,
    what: &'a str,
}

/// A line for each group of faults, in the order of their first ones, and of how many.
pub(super) fn lines(faults: &[Fault]) -> Vec<(String, usize)> {
    let mut groups: Vec<Group<'_>> = faults.iter().map(Group::of).collect();
    let longest = groups.iter().map(|group| group.parts.len()).max().unwrap_or(0);
    // From the last part: tensors of a layer first, layers of a unit, then units.
    for from_end in 1..=longest {
        groups = merged(groups, from_end);
    }
    groups.iter().map(|group| (group.line(), group.count())).collect()
}

/// Those that differ in one part made one.
fn merged(groups: Vec<Group<'_>>, from_end: usize) -> Vec<Group<'_>> {
    let mut places = HashMap::new();
    let mut merged: Vec<Group<'_>> = Vec::new();
    for mut group in groups {
        let Some(part) = group.parts.len().checked_sub(from_end) else {
            merged.push(group);
            continue;
        };
        let mut others = group.parts.clone();
        others[part] = vec![separator(group.parts[part][0])];
        match places.entry((others, group.what)) {
            Entry::Occupied(place) => {
                let first: &mut Group<'_> = &mut merged[*place.get()];
                first.parts[part].append(&mut group.parts[part]);
            }
            Entry::Vacant(place) => {
                place.insert(merged.len());
                merged.push(group);
            }
        }
    }
    merged
}

impl<'a> Group<'a> {
    fn of(fault: &'a Fault) -> Self {
        let parts = fault.name.split_inclusive(['/', '.']).map(|part| vec![part]).collect();
        Group { parts, what: &fault.what }
    }

    fn count(&self) -> usize {
        self.parts.iter().map(Vec::len).product()
    }

    fn line(&self) -> String {
        let name: String = self.parts.iter().map(|words| together(words)).collect();
        format!("`{name}`: {}", self.what)
    }
}

/// What separates a part from the next one.
fn separator(part: &str) -> &str {
    &part[part.trim_end_matches(['/', '.']).len()..]
}

/// What a part may be: `gamma`, `{gamma, beta}`, `unit_{1-6}`.
fn together(words: &[&str]) -> String {
    let [first, _, ..] = words else {
        return words.concat();
    };
    let separator = separator(first);
    let words: Vec<&str> = words.iter().map(|word| &word[..word.len() - separator.len()]).collect();
    let (prefix, mut pieces) = match numbered(&words) {
        Some((prefix, numbers)) => (prefix, runs(numbers)),
        None => ("", words.iter().map(ToString::to_string).collect()),
    };
    if pieces.len() > MAX_PIECES {
        pieces.truncate(MAX_PIECES);
        pieces.push("…".to_owned());
    }
    format!("{prefix}{{{}}}{separator}", pieces.join(", "))
}

/// The numbers at the end of words that are the same before.
fn numbered<'a>(words: &[&'a str]) -> Option<(&'a str, Vec<u32>)> {
    let prefix = words[0].trim_end_matches(|c: char| c.is_ascii_digit());
    let number = |word: &&str| {
        let digits = word.strip_prefix(prefix)?;
        let number = digits.parse().ok()?;
        // `01` is another name than `1`.
        (digits == format!("{number}")).then_some(number)
    };
    let mut numbers = words.iter().map(number).collect::<Option<Vec<u32>>>()?;
    numbers.sort_unstable();
    Some((prefix, numbers))
}

/// Three or more in a row as the first and the last.
fn runs(numbers: Vec<u32>) -> Vec<String> {
    let in_a_row = |a: &u32, b: &u32| a.checked_add(1) == Some(*b);
    let mut pieces = Vec::new();
    for run in numbers.chunk_by(in_a_row) {
        match run {
            [first, _, .., last] => pieces.push(format!("{first}-{last}")),
            _ => pieces.extend(run.iter().map(ToString::to_string)),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(faults: &[(&str, &str)]) -> Vec<(String, usize)> {
        let fault = |(name, what): &(&str, &str)| Fault {
            name: (*name).to_owned(),
            what: (*what).to_owned(),
        };
        lines(&faults.iter().map(fault).collect::<Vec<_>>())
    }

    #[test]
    fn names_that_differ_in_one_part_are_one_line() {
        let mut faults = Vec::new();
        for unit in ["unit_1", "unit_2", "unit_3", "unit_5"] {
            for tensor in ["gamma", "beta"] {
                faults.push((format!("net/{unit}/conv1/{tensor}"), "a"));
            }
        }
        faults.push(("net/logits".to_owned(), "a"));
        faults.push(("net/unit_1/conv1/mean".to_owned(), "b"));
        let faults: Vec<_> = faults.iter().map(|(name, what)| (name.as_str(), *what)).collect();
        let wanted = [
            ("`net/unit_{1-3, 5}/conv1/{gamma, beta}`: a", 8),
            ("`net/logits`: a", 1),
            ("`net/unit_1/conv1/mean`: b", 1),
        ];
        assert_eq!(grouped(&faults), wanted.map(|(line, count)| (line.to_owned(), count)));
    }

    #[test]
    fn only_whole_combinations_are_one_line() {
        let faults = [("a.0.x", "w"), ("a.0.y", "w"), ("a.1.x", "w")];
        let wanted = [("`a.0.{x, y}`: w", 2), ("`a.1.x`: w", 1)];
        assert_eq!(grouped(&faults), wanted.map(|(line, count)| (line.to_owned(), count)));
    }

    #[test]
    fn whatever_names_are_nothing_is_lost() {
        let faults = [("a/", "w"), ("b.", "w"), ("", "w"), ("a", "w"), ("x01", "w"), ("x1", "w")];
        let lines = grouped(&faults);
        assert_eq!(lines.iter().map(|(_, count)| count).sum::<usize>(), faults.len(), "{lines:?}");
        let names: Vec<String> = (0..100).map(|i| format!("{}x", i * 7)).collect();
        let many: Vec<_> = names.iter().map(|name| (name.as_str(), "w")).collect();
        let [(line, 100)] = &grouped(&many)[..] else { panic!("expected one line") };
        assert!(line.ends_with(", …}`: w"), "{line}");
    }
}
