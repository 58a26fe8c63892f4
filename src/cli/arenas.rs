//! How much memory the allocator may leave lying about.

/// Begins this process again with as many arenas of memory as there are processors, where the system's C library is
/// glibc and nothing else was asked for. Left to itself it makes eight of them for each processor, and each keeps
/// what the largest request on it took: half of a server's memory. It reads how many only at the start.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn bound() {
    use std::os::unix::process::CommandExt;
    const MOST: &str = "MALLOC_ARENA_MAX";
    let is_said = std::env::var_os(MOST).is_some() || std::env::var_os("GLIBC_TUNABLES").is_some();
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    if let (false, Ok(program)) = (is_said, std::env::current_exe()) {
        let mut arguments = std::env::args_os();
        let mut again = std::process::Command::new(program);
        if let Some(name) = arguments.next() {
            again.arg0(name);
        }
        // Returns only where it could not: then this process serves, with more memory.
        let _ = again.args(arguments).env(MOST, processors.max(2).to_string()).exec();
    }
}

/// Other allocators keep less.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn bound() {}
