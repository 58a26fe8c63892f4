//! How much memory the allocator may leave lying about.

/// Begins this process again with as many arenas of memory as there are processors and with large blocks that go back
/// to the system at once, where its C library is glibc and nothing else was asked for. Left to itself it makes eight
/// arenas for each processor, and each keeps what the largest request on it took: half of a server's memory. It reads
/// these only at the start.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn bound() {
    use std::os::unix::process::CommandExt;
    const MOST: &str = "MALLOC_ARENA_MAX";
    /// From four megabytes on: uploads and password hashes, and no page.
    const LARGE: (&str, &str) = ("MALLOC_MMAP_THRESHOLD_", "4194304");
    let is_said = std::env::var_os(MOST).is_some() || std::env::var_os("GLIBC_TUNABLES").is_some();
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    if let (false, Ok(program)) = (is_said, std::env::current_exe()) {
        let mut arguments = std::env::args_os();
        let mut again = std::process::Command::new(program);
        if let Some(name) = arguments.next() {
            again.arg0(name);
        }
        // Returns only where it could not: then this process serves, with more memory.
        let _ = again.args(arguments).env(MOST, processors.max(2).to_string()).env(LARGE.0, LARGE.1).exec();
    }
}

/// Other allocators keep less.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn bound() {}
