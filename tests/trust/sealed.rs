//! A render opens no socket, and no file but its inputs, its outputs and the executable's own; seen
//! from outside, in a namespace without a network, where the system allows one to look.

use crate::support::{Folder, root};
use std::process::Command;

/// A font for what ours lack.
const FONT: &str = "tests/trust/fonts/NotoEmoji-few.ttf";

/// What a trace of a render tells, or nothing where the system allows no trace.
fn trace(folder: &Folder) -> Option<String> {
    let trace = folder.path().join("trace");
    let out = folder.path().join("out");
    let strace = |unshared: bool| {
        let mut command = match unshared {
            true => {
                let mut command = Command::new("unshare");
                command.args(["--user", "--map-root-user", "--net", "strace"]);
                command
            }
            false => Command::new("strace"),
        };
        command
            .args([
                "-f",
                "-qq",
                "-e",
                "trace=network,open,openat,openat2,creat,rename,renameat2,unlink,execve",
                "-o",
            ])
            .arg(&trace)
            .arg(env!("CARGO_BIN_EXE_boardbrief"))
            .args([
                "render",
                "reports/payments/decision.json",
                "--font",
                FONT,
                "--out",
            ])
            .arg(&out)
            // Where tests run, the loader is told to look in the folders of the build as well.
            .env_remove("LD_LIBRARY_PATH")
            .current_dir(root())
            .output()
            .is_ok_and(|done| done.status.success())
    };
    let done = strace(true) || strace(false);
    done.then(|| std::fs::read_to_string(&trace).expect("a trace"))
}

#[test]
fn a_render_touches_its_inputs_and_outputs_and_nothing_else() {
    let folder = Folder::new("sealed");
    let Some(trace) = trace(&folder) else {
        println!("not checked: this system allows no trace");
        return;
    };
    let ours = [
        format!("{}/", folder.path().display()),
        "reports/payments/decision.json".to_string(),
        FONT.to_string(),
    ];
    // What every program of the system's own loader and allocator reads.
    let systems = [
        "/lib",
        "/usr/lib",
        "/etc/ld.so",
        "/proc/self/",
        "/sys/fs/cgroup/",
        "/sys/kernel/mm/",
        "/proc/",
    ];
    let mut opened = 0;
    for line in trace.lines().filter(|line| line.contains('(')) {
        let call = line
            .split_once(' ')
            .map_or(line, |(_, call)| call.trim_start());
        let name = call.split('(').next().unwrap_or_default();
        if call.starts_with("execve") || call.starts_with('<') || call.starts_with('+') {
            continue;
        }
        let is_open = name.starts_with("open")
            || name.starts_with("rename")
            || matches!(name, "creat" | "unlink");
        assert!(is_open, "a call of the network: {line}");
        let path = call.split('"').nth(1).unwrap_or_default();
        let known = ours.iter().any(|start| path.starts_with(start.as_str()))
            || systems.iter().any(|start| path.starts_with(start));
        assert!(known, "an unexpected file: {line}");
        opened += 1;
    }
    assert!(opened >= 4, "the trace shows too little: {trace}");
}
