//! The body of a struct: which field is a key, which a block, and which are
//! written twice or not at all.

use proc_macro2::{Delimiter, Group, Ident, TokenTree as Tree};
use syn::ext::IdentExt;

use super::block::{block, holds_units, is_block, is_kind, kind_of_units};
use super::budget::budget;
use super::call::{example, kind_inside, named_kind};
use super::custom::{is_custom, is_custom_block, stage};
use super::decides::Decides;
use super::export::export;
use super::fields::{Field, next_field};
use super::kinds::{Called, declared, kinds};
use super::names::{dilate, outputs};
use super::report::{expected, missing_before_group, open, text};
use super::root::root;
use super::string;
use super::tokens::{is_digits, is_mark, trees};
use super::units::corrected;
use super::value;
use super::words::{BLOCK, Key, Meant, foreign, is_reserved};
use crate::ast::Fields;
use crate::errors::Errors;
use crate::suggest::nearest;

/// Reads the fields. What is missing is reported at the name of the struct.
pub(super) fn body(name: Option<&Ident>, body: &Group, errors: &mut Errors) -> Fields {
    let inside = trees(body.stream());
    let mut reader = Body { kinds: declared(&inside), ..Body::default() };
    if inside.is_empty() {
        let remedy =
            format!("write `{{ {}, {BLOCK}, {} }}`", Key::Input.example(), Key::Classes.example());
        errors.at(body.span(), format!("expected the fields of a network, found `{{}}`; {remedy}"));
        return reader.fields;
    }
    let mut rest = &inside[..];
    while let Some(field) = next_field(&mut rest, errors) {
        reader.field(&field, errors);
    }
    if let Some(name) = name {
        reader.report_missing(name, errors);
    }
    reader.fields
}

#[derive(Default)]
struct Body {
    fields: Fields,
    /// Keys that were written, well or badly: they are not missing.
    keys: Vec<Key>,
    /// Keys that were meant by other names: neither missing, nor written twice.
    meant: Vec<Key>,
    /// The kinds of unit of the user's own.
    kinds: Vec<Called>,
    /// Whether a block was written, well or badly.
    has_block: bool,
    /// The names of all blocks and stages.
    names: Vec<Ident>,
}

impl Body {
    fn field(&mut self, field: &Field<'_>, errors: &mut Errors) {
        let before = errors.len();
        let decides = self.read(field, errors);
        if errors.len() > before {
            match decides {
                Decides::Nothing => {}
                Decides::Input => self.fields.input = None,
                Decides::Structure => self.fields.broken = true,
            }
        }
    }

    /// Reads a field, and says what may depend on it.
    fn read(&mut self, field: &Field<'_>, errors: &mut Errors) -> Decides {
        let Field { name, value, is_enclosed } = field;
        let Some(name) = name else {
            self.has_block |= is_block(value);
            return Decides::Structure;
        };
        if let ([Tree::Group(group)], true) = (value, is_enclosed) {
            return self.enclosed(name, group, errors);
        }
        let inside = unwrapped(value, errors);
        let value = inside.as_deref().unwrap_or(value);
        let written = name.to_string();
        let foreign = foreign(&written);
        let is_numbered = foreign.is_none() && written.ends_with(|c: char| c.is_ascii_digit());
        match Key::of(&written) {
            Some(key @ Key::Kinds) => {
                self.key(key, name, value, errors);
                Decides::of(key)
            }
            _ if is_custom(value) => {
                self.has_block |= is_custom_block(value);
                self.stage(name, value, errors);
                Decides::Structure
            }
            Some(key) if !names_kind(value) => {
                self.key(key, name, value, errors);
                Decides::of(key)
            }
            _ if is_block(value) || is_numbered => {
                self.block(name, value, errors);
                Decides::Structure
            }
            _ => self.unknown(name, value, foreign, errors),
        }
    }

    /// `block1 { … }` and `classes(10)`, which have no colon: one mistake.
    fn enclosed(&mut self, name: &Ident, group: &Group, errors: &mut Errors) -> Decides {
        let value = [Tree::Group(group.clone())];
        let inside = trees(group.stream());
        let written = name.to_string();
        let key = Key::of(&written);
        let is_braced = group.delimiter() == Delimiter::Brace;
        let is_square = group.delimiter() == Delimiter::Bracket;
        let is_value = match key {
            Some(Key::Budget | Key::Kinds) => is_braced,
            Some(_) => is_square,
            None => false,
        };
        let foreign = foreign(&written);
        let is_numbered = foreign.is_none() && written.ends_with(|c: char| c.is_ascii_digit());
        let names_block = !is_square && names_kind(&inside);
        let right = match key {
            Some(key) if is_value => {
                missing_before_group(":", group, errors);
                self.key(key, name, &value, errors);
                return Decides::of(key);
            }
            Some(key) => match &inside[..] {
                [Tree::Literal(_) | Tree::Ident(_)] => format!("{name}: {}", inside[0]),
                _ => key.example().to_owned(),
            },
            None if names_block => format!("{name}: {}", text(&inside)),
            None if is_numbered || is_block(&inside) || holds_units(group) => {
                let kind = named_kind(&inside).unwrap_or_else(|| kind_of_units(group));
                let lists = || corrected(&value).map(|lists| format!("{kind}{lists}"));
                let block = kind_inside(&value).map(|(_, block)| block).or_else(lists);
                format!("{name}: {}", block.as_deref().unwrap_or(example(kind)))
            }
            None => return self.unknown(name, &value, foreign, errors),
        };
        let open = open(group);
        let message = format!("expected `:` after `{name}`, found `{open}`; write `{right}`");
        errors.at(group.span_open(), message);
        match key {
            Some(key) => {
                self.keys.push(key);
                Decides::of(key)
            }
            None if names_block => {
                self.block(name, &inside, errors);
                Decides::Structure
            }
            None => {
                self.has_block = true;
                self.check_name("block", name, errors);
                Decides::Structure
            }
        }
    }

    fn key(&mut self, key: Key, name: &Ident, value: &[Tree], errors: &mut Errors) {
        if self.keys.contains(&key) {
            errors.at(name.span(), format!("duplicate key `{name}`"));
        }
        self.keys.push(key);
        match value {
            [] => report_no_value(key, name, errors),
            [mark, ..] if is_mark(mark, ',') || is_mark(mark, ';') => {
                report_no_value(key, name, errors);
            }
            _ if value::is_left_out(value) && key.can_be_left_out() => {
                let wanted = format!("a value for `{name}`");
                expected(wanted, value, key.left_out(), errors);
            }
            _ => self.value(key, value, errors),
        }
    }

    /// Reads a value. The first one of a key counts.
    fn value(&mut self, key: Key, value: &[Tree], errors: &mut Errors) {
        fn keep<T>(slot: &mut Option<T>, value: Option<T>) {
            *slot = slot.take().or(value);
        }
        let fields = &mut self.fields;
        match key {
            Key::Input => keep(&mut fields.input, value::input(value, errors)),
            Key::Root => keep(&mut fields.root, root(value, errors)),
            Key::Classes => keep(&mut fields.classes, value::classes(value, errors)),
            Key::Outputs => keep(&mut fields.outputs, outputs(value, errors)),
            Key::GlobalPool => keep(&mut fields.global_pool, value::switch(value, errors)),
            Key::OutputStride => {
                keep(&mut fields.output_stride, value::output_stride(value, errors));
            }
            Key::Scope => keep(&mut fields.scope, string::scope(value, errors)),
            Key::Weights => keep(&mut fields.weights, string::weights(value, errors)),
            Key::Budget => keep(&mut fields.budget, budget(value, errors)),
            Key::Export => keep(&mut fields.export, export(value, errors)),
            Key::Crate => keep(&mut fields.krate, value::path(value, errors)),
            Key::Dialect => keep(&mut fields.dialect, value::dialect(value, errors)),
            Key::Dilate => fields.dilate.extend(dilate(value, errors)),
            Key::Kinds => fields.kinds.extend(kinds(value, errors)),
            Key::Groups => keep(&mut fields.groups, value::groups(value, errors)),
            Key::Activation => keep(&mut fields.activation, value::activation(value, errors)),
            Key::Attention => keep(&mut fields.attention, value::attention(value, errors)),
            Key::Blur => keep(&mut fields.blur, value::switch(value, errors)),
            Key::Half => keep(&mut fields.half, value::switch(value, errors)),
            Key::Shortcut => keep(&mut fields.shortcut, value::shortcut(value, errors)),
        }
    }

    fn block(&mut self, name: &Ident, value: &[Tree], errors: &mut Errors) {
        self.has_block = true;
        self.check_name("block", name, errors);
        match value {
            [] => {
                let message = format!("expected a value for `{name}`; write `{BLOCK}`");
                errors.at(name.span(), message);
            }
            _ => self.fields.blocks.extend(block(name, value, &self.kinds, errors)),
        }
    }

    fn stage(&mut self, name: &Ident, value: &[Tree], errors: &mut Errors) {
        self.check_name("stage", name, errors);
        let before = self.fields.blocks.len();
        self.fields.stages.extend(stage(name, value, before, errors));
    }

    /// Every block and stage becomes an upper-case constant and a part of the names of
    /// variables, so names must differ in more than case.
    fn check_name(&mut self, what: &str, name: &Ident, errors: &mut Errors) {
        let written = name.to_string();
        let constant = written.to_ascii_uppercase();
        let same = |other: &&Ident| other.to_string().eq_ignore_ascii_case(&written);
        let message = match self.names.iter().find(same) {
            Some(other) if other == name => format!("duplicate {what} `{name}`"),
            Some(other) => format!(
                "expected a {what} name of its own, found `{name}` beside `{other}`; both become \
                 the constant `{constant}`"
            ),
            None => match name_fault(&written) {
                Some(fault) => format!("expected a {what} name, found {fault}"),
                None => {
                    self.names.push(name.clone());
                    return;
                }
            },
        };
        if let Some(key) = Key::of(&written) {
            self.meant.push(key);
        }
        errors.at(name.span(), message);
    }

    fn unknown(
        &mut self,
        name: &Ident,
        value: &[Tree],
        foreign: Option<(Meant, &'static str)>,
        errors: &mut Errors,
    ) -> Decides {
        let near = nearest(&name.unraw().to_string(), Key::ALL.map(Key::name)).and_then(Key::of);
        let (meant, remedy) = match (foreign, near) {
            (Some((Meant::Key(key), _)), _) if key.is_count() && is_lone_number(value) => {
                (Meant::Key(key), format!("; write `{}: {}`", key.name(), value[0]))
            }
            (Some((meant, remedy)), _) => (meant, format!("; {remedy}")),
            (None, Some(key)) => (Meant::Key(key), format!(", did you mean `{}`?", key.name())),
            (None, None) if is_call(value) => {
                let function = &value[0];
                let remedy = format!("; a function of yours is `{name}: custom({function}, …)`");
                (Meant::Nothing, remedy)
            }
            (None, None) => {
                let keys = Key::ALL.map(|key| format!("`{}`", key.name())).join(", ");
                (Meant::Nothing, format!("; the keys are {keys}"))
            }
        };
        match meant {
            Meant::Key(key) => self.meant.push(key),
            Meant::Blocks => self.has_block = true,
            Meant::Nothing => {}
        }
        errors.at(name.span(), format!("unknown key `{name}`{remedy}"));
        match meant {
            Meant::Key(key) => Decides::of(key),
            Meant::Blocks | Meant::Nothing => Decides::Structure,
        }
    }

    fn report_missing(&self, name: &Ident, errors: &mut Errors) {
        for key in [Key::Input, Key::Classes] {
            let has = |key| self.keys.contains(&key) || self.meant.contains(&key);
            // Who names the outputs needs no classes.
            let has_outputs = key == Key::Classes && has(Key::Outputs);
            if !has(key) && !has_outputs {
                let message = format!("missing key `{}`; write `{}`", key.name(), key.example());
                errors.at(name.span(), message);
            }
        }
        if !self.has_block {
            errors.at(name.span(), format!("missing blocks; write at least one, `{BLOCK}`"));
        }
    }
}

fn report_no_value(key: Key, name: &Ident, errors: &mut Errors) {
    let example = key.example();
    errors.at(name.span(), format!("expected a value for `{name}`; write `{example}`"));
}

/// `bottleneck[…]`, which is a block whatever stands before it.
fn names_kind(value: &[Tree]) -> bool {
    matches!(value, [Tree::Ident(kind), Tree::Group(_), ..] if is_kind(&kind.to_string()))
}

/// What stands in parentheses that hold one value, or behind a `&`.
fn unwrapped(value: &[Tree], errors: &mut Errors) -> Option<Vec<Tree>> {
    match value {
        [reference, rest @ ..] if is_mark(reference, '&') && !rest.is_empty() => {
            expected("a value", value, "; write it without", errors);
            Some(rest.to_vec())
        }
        [Tree::Group(group)] if group.delimiter() == Delimiter::Brace => {
            let inside = trees(group.stream());
            if !names_kind(&inside) {
                return None;
            }
            errors.at(group.span_open(), "expected a value, found `{`; write it without");
            Some(inside)
        }
        [Tree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            let inside = trees(group.stream());
            let is_value = match inside.first()? {
                Tree::Group(first) => first.delimiter() == Delimiter::Bracket,
                Tree::Ident(_) => true,
                _ => false,
            };
            if !is_value || inside.iter().any(|tree| is_mark(tree, ',')) {
                return None;
            }
            errors.at(group.span_open(), "expected a value, found `(`; write it without");
            Some(inside)
        }
        _ => None,
    }
}

/// `attend(…)`.
fn is_call(value: &[Tree]) -> bool {
    matches!(value, [Tree::Ident(_), Tree::Group(args), ..]
        if args.delimiter() == Delimiter::Parenthesis)
}

fn is_lone_number(value: &[Tree]) -> bool {
    matches!(value, [number] if is_digits(number))
}

/// Why no block can have this name.
fn name_fault(name: &str) -> Option<String> {
    let example = "call it `block1` or the like";
    if Key::of(name).is_some() {
        return Some(format!("the key `{name}`; {example}"));
    }
    if is_reserved(name) || Key::of(&name.to_ascii_lowercase()).is_some() {
        return Some(format!("`{name}`, which every network has already; {example}"));
    }
    if let Some(bare) = name.strip_prefix("r#") {
        return Some(format!("the raw `{name}`; call it `{bare}1` or the like"));
    }
    if !name.is_ascii() || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Some(format!(
            "`{name}`; names begin with a letter, and have only ASCII letters, digits and `_`"
        ));
    }
    let is_keyword = syn::parse_str::<Ident>(name).is_err();
    is_keyword.then(|| format!("the keyword `{name}`; {example}"))
}
