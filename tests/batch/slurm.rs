//! The job files for several machines: a Slurm job array on a cluster of one node, where Slurm and
//! MUNGE are installed, and the commands of the Kubernetes jobs, one pod after the other.

use super::{Quarter, ends, said};
use crate::support::root;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long the cluster and its jobs may take.
const PATIENCE: Duration = Duration::from_secs(180);

const DECISIONS: [&str; 2] = ["payments", "portal-exit"];

/// The programs of a cluster, and those that hand jobs to it.
const PROGRAMS: [&str; 5] = ["munged", "slurmctld", "slurmd", "sbatch", "sinfo"];

/// A program on this machine, also where only an administrator's path leads.
fn program(name: &str) -> Option<PathBuf> {
    ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.exists())
}

/// A cluster of one node, which ends with this.
struct Cluster {
    folder: PathBuf,
    running: Vec<Child>,
}

impl Cluster {
    /// Starts one in a folder; `None` where it does not come up.
    fn start(folder: PathBuf) -> Option<Cluster> {
        for part in ["state", "spool"] {
            std::fs::create_dir_all(folder.join(part)).expect("a folder");
        }
        let key: Vec<u8> = (0..=255).cycle().take(1024).collect();
        private(&folder.join("munge.key"), &key);
        let word = |program: &str, argument: &[&str]| {
            let output = Command::new(program).args(argument).output();
            let output = output.expect("a usual program");
            String::from_utf8_lossy(&output.stdout).trim().to_string()
        };
        let text = std::fs::read_to_string(root().join("tests/batch/slurm.conf"))
            .expect("the settings are there")
            .replace("@HOST@", &word("hostname", &["-s"]))
            .replace("@USER@", &word("id", &["-un"]))
            .replace("@FOLDER@", &folder.display().to_string())
            .replace("@PORT1@", &free_port().to_string())
            .replace("@PORT2@", &free_port().to_string());
        super::write(&folder.join("slurm.conf"), &text);
        let mut cluster = Cluster {
            folder,
            running: Vec::new(),
        };
        let at = |name: &str| cluster.folder.join(name).display().to_string();
        let munge = [
            "--force".to_string(),
            "--foreground".to_string(),
            format!("--socket={}", at("munge.sock")),
            format!("--key-file={}", at("munge.key")),
            format!("--pid-file={}", at("munge.pid")),
            format!("--log-file={}", at("munge.log")),
            format!("--seed-file={}", at("munge.seed")),
        ];
        let settings = ["-D".to_string(), "-f".to_string(), at("slurm.conf")];
        cluster.spawn("munged", &munge);
        let socket = cluster.folder.join("munge.sock");
        wait(|| socket.exists())?;
        cluster.spawn("slurmctld", &settings);
        cluster.spawn("slurmd", &settings);
        wait(|| {
            let output = cluster.command("sinfo").args(["-h", "-o", "%T"]).output();
            output.is_ok_and(|output| said(&output).trim() == "idle")
        })?;
        Some(cluster)
    }

    fn spawn(&mut self, name: &str, arguments: &[String]) {
        let child = self
            .command(name)
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        self.running.push(child.expect("it starts"));
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(program(name).unwrap_or_else(|| name.into()));
        command.env("SLURM_CONF", self.folder.join("slurm.conf"));
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        for child in self.running.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Writes a file that only its owner may read, which MUNGE insists on.
fn private(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("a file");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let only_owner = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(path, only_owner).expect("permissions");
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

/// Waits until something holds; `None` where it does not in time.
fn wait(holds: impl Fn() -> bool) -> Option<()> {
    let step = Duration::from_millis(200);
    let steps = PATIENCE.as_millis() / step.as_millis();
    (0..steps).find_map(|_| {
        if holds() {
            return Some(());
        }
        std::thread::sleep(step);
        None
    })
}

#[test]
fn a_slurm_job_array_writes_what_one_run_writes() {
    let missing: Vec<&str> = PROGRAMS
        .into_iter()
        .filter(|name| program(name).is_none())
        .collect();
    if !missing.is_empty() {
        // Said past the capture of the test's output, so that a skipped test is seen.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: the Slurm job array is not tested, because {} is not installed (Debian: slurm-wlm, munge)",
            missing.join(", ")
        );
        return;
    }
    let quarter = Quarter::new("slurm", &DECISIONS);
    ends(&quarter.batch("whole", &["--format", "md"]), 0);
    let cluster = Cluster::start(quarter.path("cluster")).expect("the cluster comes up");
    let submitted = Command::new(root().join("deploy/slurm/submit"))
        .args(["2", "out", "in", "--format", "md"])
        .current_dir(quarter.path(""))
        .env("SLURM_CONF", cluster.folder.join("slurm.conf"))
        .env("BOARDBRIEF", env!("CARGO_BIN_EXE_boardbrief"))
        .output()
        .expect("sh is there");
    ends(&submitted, 0);
    let manifest = quarter.path("out/manifest.json");
    wait(|| manifest.exists()).expect("the jobs end");
    let mut merged = quarter.tree("out");
    merged.retain(|name, _| !name.starts_with("shards/"));
    assert_eq!(merged, quarter.tree("whole"));
}

/// The words of a list in a job file, `key: [a, "b"]`.
fn words(text: &str, key: &str) -> Vec<String> {
    let line = text
        .lines()
        .find_map(|line| line.trim().strip_prefix(&format!("{key}: [")))
        .expect("the list is there");
    let line = line.strip_suffix(']').expect("a list on one line");
    line.split(", ")
        .map(|word| word.trim_matches('"').to_string())
        .collect()
}

#[test]
fn the_pods_of_an_indexed_job_keep_the_same_contract() {
    let quarter = Quarter::new("pods", &DECISIONS);
    std::fs::rename(quarter.path("in"), quarter.path("decisions")).expect("renamed");
    let file = |name: &str| {
        let path = root().join("deploy/kubernetes").join(name);
        std::fs::read_to_string(path).expect("the job file is there")
    };
    let run = |words: &[String], index: usize| {
        let words: Vec<String> = words
            .iter()
            .skip(1)
            .map(|word| {
                word.replace("$(JOB_COMPLETION_INDEX)", &index.to_string())
                    .replace("$(SHARDS)", "8")
                    .replace("/data/", "")
            })
            .collect();
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        if words[0] == "batch" {
            words.extend(["--format", "md"]);
        }
        quarter.run(&words)
    };
    let pod = file("boardbrief.yaml");
    let command = [words(&pod, "command"), words(&pod, "args")].concat();
    for index in 0..8 {
        ends(&run(&command, index), 0);
    }
    ends(&run(&words(&file("merge.yaml"), "command"), 0), 0);
    let manifest = quarter.json("2026-q4/manifest.json");
    assert_eq!(manifest["decisions"].as_array().map(Vec::len), Some(2));
}
