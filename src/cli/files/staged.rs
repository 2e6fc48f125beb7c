//! Files that are written first, made safe on disk many at a time, and named last; and what tells
//! whether somebody else has written to a file since.

use super::{is_general, size, unwritable};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::time::Duration;
use std::time::SystemTime;

/// A write that failed.
#[derive(Debug, Clone)]
pub struct WriteFault {
    /// What is told.
    pub told: String,
    /// Whether every other write would fail too: the disk is full or may not be written.
    pub is_general: bool,
}

/// A file that is written to a folder on the same disk, and not yet under its final name. Dropped
/// before that, it is gone.
#[derive(Debug)]
pub struct Staged {
    file: fs::File,
    beside: PathBuf,
    path: PathBuf,
    placed: bool,
}

impl Staged {
    /// Writes the bytes of a file to `folder`, or nothing where the file already holds them.
    pub fn write(folder: &Path, path: &Path, bytes: &[u8]) -> Result<Option<Staged>, WriteFault> {
        if holds(path, bytes) {
            return Ok(None);
        }
        let beside = folder.join(path.file_name().unwrap_or_default());
        let fault = |fault: io::Error| WriteFault::of(path, &fault);
        let mut staged = Staged {
            file: fs::File::create(&beside).map_err(fault)?,
            beside,
            path: path.to_path_buf(),
            placed: false,
        };
        staged.file.write_all(bytes).map_err(fault)?;
        Ok(Some(staged))
    }

    /// Waits until the disk has its bytes. Where many files are written first and waited for
    /// together, the disk takes a tenth of the time.
    pub fn settle(&self) -> Result<(), WriteFault> {
        let synced = self.file.sync_data();
        synced.map_err(|fault| WriteFault::of(&self.path, &fault))
    }

    /// Gives it its final name.
    pub fn place(mut self) -> Result<(), WriteFault> {
        fs::rename(&self.beside, &self.path).map_err(|fault| WriteFault::of(&self.path, &fault))?;
        self.placed = true;
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.placed {
            let _ = fs::remove_file(&self.beside);
        }
    }
}

/// Whether a file holds exactly these bytes.
pub fn holds(path: &Path, bytes: &[u8]) -> bool {
    size(path) == Some(bytes.len() as u64) && fs::read(path).is_ok_and(|found| found == bytes)
}

/// Whether anything is there under this name, be it a link that leads nowhere.
pub fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

impl WriteFault {
    /// The fault of a path, in words.
    pub(super) fn of(path: &Path, fault: &io::Error) -> WriteFault {
        WriteFault {
            told: unwritable(path, fault),
            is_general: is_general(fault),
        }
    }
}

/// When a file was written for the last time; nothing where it is not there.
pub fn written(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// When a file was changed for the last time in any way that its folder shows, and its size. A
/// file that another was moved over keeps the older time of its content, so on Unix the time of
/// its entry counts too.
pub fn changed(path: &Path) -> Option<(SystemTime, u64)> {
    let data = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let written = data.modified().ok()?;
    #[cfg(unix)]
    let written = {
        use std::os::unix::fs::MetadataExt;
        let entry = Duration::new(
            u64::try_from(data.ctime()).unwrap_or_default(),
            u32::try_from(data.ctime_nsec()).unwrap_or_default(),
        );
        written.max(SystemTime::UNIX_EPOCH + entry)
    };
    Some((written, data.len()))
}
