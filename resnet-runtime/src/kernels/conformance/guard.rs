//! Buffers one end of which lies at a page that nobody may touch: what reads or
//! writes one element too far is stopped there and then. Guard values lie before
//! the other end, and on both where there are no such pages.

const GUARD: f32 = f32::from_bits(0x7fc0_1234);
const GUARDS: usize = 64;

/// The end of a buffer that lies at a forbidden page.
#[derive(Clone, Copy, Debug)]
pub enum Side {
    Start,
    End,
}

impl Side {
    /// Each end in turn, or one where guard values lie at both.
    pub const ALL: &[Side] =
        if Pages::FORBIDDEN { &[Side::Start, Side::End] } else { &[Side::End] };
}

/// A buffer of some length.
pub struct Guarded {
    pages: Pages,
    start: usize,
    len: usize,
}

impl Guarded {
    pub fn new(len: usize, side: Side) -> Self {
        let mut pages = Pages::new(len + 2 * GUARDS);
        let all = pages.floats();
        all.fill(GUARD);
        let start = match side {
            Side::Start if Pages::FORBIDDEN => 0,
            Side::End if Pages::FORBIDDEN => all.len() - len,
            _ => GUARDS,
        };
        Guarded { pages, start, len }
    }

    /// A copy of some values.
    pub fn of(values: &[f32], side: Side) -> Self {
        let mut guarded = Guarded::new(values.len(), side);
        guarded.get().copy_from_slice(values);
        guarded
    }

    pub fn get(&mut self) -> &mut [f32] {
        &mut self.pages.floats()[self.start..][..self.len]
    }

    pub fn check(&mut self, what: &str) {
        let (start, end) = (self.start, self.start + self.len);
        let all = self.pages.floats();
        let mut guards = all[..start].iter().chain(&all[end..]);
        let intact = guards.all(|v| v.to_bits() == GUARD.to_bits());
        assert!(intact, "{what}: values outside of the buffer were written");
    }
}

/// Whole pages of floats between two that fault.
#[cfg(unix)]
struct Pages {
    /// Where the first forbidden page starts.
    at: *mut libc::c_void,
    bytes: usize,
    page: usize,
}

#[cfg(unix)]
impl Pages {
    const FORBIDDEN: bool = true;

    fn new(floats: usize) -> Self {
        // SAFETY: it reads a constant of the system.
        let page = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
        let page = usize::try_from(page).expect("the system has pages");
        let inside = (floats * size_of::<f32>()).next_multiple_of(page);
        let bytes = inside + 2 * page;
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
        // SAFETY: a new mapping where nothing is mapped yet.
        let at = unsafe { libc::mmap(std::ptr::null_mut(), bytes, libc::PROT_NONE, flags, -1, 0) };
        assert_ne!(at, libc::MAP_FAILED, "expected {bytes} bytes of memory");
        let pages = Pages { at, bytes, page };
        // SAFETY: these pages are all of the mapping but its first and its last.
        let done = unsafe {
            libc::mprotect(at.byte_add(page), inside, libc::PROT_READ | libc::PROT_WRITE)
        };
        assert_eq!(done, 0, "pages can be opened");
        pages
    }

    fn floats(&mut self) -> &mut [f32] {
        let len = (self.bytes - 2 * self.page) / size_of::<f32>();
        // SAFETY: the pages between the two are open, zero at first, and live as
        // long as `self`, whose exclusive borrow passes on.
        unsafe { std::slice::from_raw_parts_mut(self.at.byte_add(self.page).cast(), len) }
    }
}

#[cfg(unix)]
impl Drop for Pages {
    fn drop(&mut self) {
        // SAFETY: the mapping is ours, and nothing borrows it any more.
        unsafe { libc::munmap(self.at, self.bytes) };
    }
}

#[cfg(not(unix))]
struct Pages(alloc::vec::Vec<f32>);

#[cfg(not(unix))]
impl Pages {
    const FORBIDDEN: bool = false;

    fn new(floats: usize) -> Self {
        Pages(alloc::vec![0.0; floats])
    }

    fn floats(&mut self) -> &mut [f32] {
        &mut self.0
    }
}

/// What a test is told to touch when it runs once more.
#[cfg(unix)]
pub const TOUCH: &str = "RESNET_TEST_TOUCH";

/// Whether a test touches a forbidden page when it is told so, in a process of its
/// own, which the system ends.
///
/// # Panics
///
/// If it fails for another reason.
#[cfg(unix)]
pub fn faults(test: &str, touch: &str) -> bool {
    use std::os::unix::process::ExitStatusExt;
    use std::string::String;

    let this = std::env::current_exe().expect("a test has a path");
    let mut child = std::process::Command::new(&this);
    child.args(["--exact", test]).env(TOUCH, touch);
    let output = child.output().expect("a test can be run again");
    let said = [output.stdout, output.stderr];
    let said = said.map(|text| String::from_utf8_lossy(&text).into_owned());
    let signal = output.status.signal();
    // A sanitizer takes the signal, and says so.
    let fault = [Some(libc::SIGSEGV), Some(libc::SIGBUS)].contains(&signal)
        || said[1].contains("AddressSanitizer: SEGV");
    let ran = output.status.success() && said[0].contains("1 passed");
    assert!(fault != ran, "{touch}: {}, {}{}", output.status, said[0], said[1]);
    fault
}

#[test]
#[cfg(unix)]
#[cfg_attr(not(target_arch = "x86_64"), ignore = "an emulator starts no other emulator")]
fn one_element_too_far_faults() {
    const NAME: &str = "kernels::conformance::guard::one_element_too_far_faults";

    if let Ok(touch) = std::env::var(TOUCH) {
        let side = if touch == "before" { Side::Start } else { Side::End };
        let mut buffer = Guarded::new(100, side);
        let start = buffer.get().as_ptr();
        let at = match touch.as_str() {
            "before" => start.wrapping_sub(1),
            "behind" => start.wrapping_add(100),
            _ => start.wrapping_add(99),
        };
        // SAFETY: inside, it is a float of ours; outside, the program ends here,
        // which is what this is about.
        std::hint::black_box(unsafe { at.read_volatile() });
        return;
    }
    assert!(!faults(NAME, "inside"));
    assert!(faults(NAME, "before"));
    assert!(faults(NAME, "behind"));
}
