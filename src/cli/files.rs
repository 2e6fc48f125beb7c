//! The one place where files are read and written.
//!
//! A file appears under its final name whole or not at all: it is written beside it under a name
//! of its own and renamed.

use std::fs;
use std::io::{self, BufRead, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::decision::source::MAX_BYTES;

mod staged;

pub use staged::{Staged, WriteFault, changed, is_taken, written};

/// Largest PDF that is read, in bytes; a brief with its decision has a tenth of a megabyte.
pub const MAX_PDF: usize = 64 << 20;
/// The largest font file that is read, in bytes; the house says which of them it takes.
pub const MAX_FONT: usize = 64 << 20;

/// Reads a file, up to a little more than the largest decision: enough to tell that it is larger.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    read_up_to(path, MAX_BYTES)
}

/// Reads a file, up to one byte more than `most`.
pub fn read_up_to(path: &Path, most: usize) -> Result<Vec<u8>, String> {
    let file = fs::File::open(path).map_err(|fault| unreadable(path, &fault))?;
    if file.metadata().is_ok_and(|data| data.is_dir()) {
        return Err(format!(
            "error: {} is a folder\n  help: name a file in it",
            path.display()
        ));
    }
    let mut bytes = Vec::new();
    file.take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|fault| unreadable(path, &fault))?;
    Ok(bytes)
}

fn unreadable(path: &Path, fault: &io::Error) -> String {
    let hint = match fault.kind() {
        io::ErrorKind::NotFound => "check the path",
        io::ErrorKind::PermissionDenied => "you may not read it; check its permissions",
        _ => "check that the path names a file that can be read",
    };
    format!(
        "error: {} cannot be read: {}\n  help: {hint}",
        path.display(),
        reason(fault)
    )
}

/// The files of a folder with one of the given endings, in the order of their names.
pub fn list(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|fault| unreadable(folder, &fault))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|fault| unreadable(folder, &fault))?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if ending.is_some_and(|ending| endings.contains(&ending)) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Writes a file whole or not at all.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let told = |fault: io::Error| unwritable(path, &fault);
    let beside = temporary(path);
    let written = (|| {
        let mut file = fs::File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    })();
    written.map_err(|fault| {
        let _ = fs::remove_file(&beside);
        told(fault)
    })
}

fn is_general(fault: &io::Error) -> bool {
    use io::ErrorKind::{
        NotFound, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
    };
    matches!(
        fault.kind(),
        NotFound | PermissionDenied | QuotaExceeded | ReadOnlyFilesystem | StorageFull
    )
}

/// The whole of a file of ours, however large, or `None` where there is none.
pub fn read_own(path: &Path) -> Result<Option<Vec<u8>>, String> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(unreadable(path, &fault)),
    }
}

/// A stretch of a file.
pub fn read_stretch(path: &Path, start: u64, length: usize) -> Result<Vec<u8>, String> {
    let read = || {
        let mut file = fs::File::open(path)?;
        file.seek(io::SeekFrom::Start(start))?;
        let mut bytes = vec![0; length];
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|fault| unreadable(path, &fault))
}

/// The lines of a file: for each that is not blank its number from 1, where it starts, and its
/// length without its end. Only one line is in memory at a time.
pub fn lines(path: &Path) -> Result<Vec<(usize, u64, usize)>, String> {
    let scan = || {
        let mut reader = io::BufReader::with_capacity(1 << 16, fs::File::open(path)?);
        let (mut found, mut line, mut start) = (Vec::new(), Vec::new(), 0_u64);
        for number in 1.. {
            line.clear();
            let length = reader.read_until(b'\n', &mut line)?;
            if length == 0 {
                break;
            }
            let text = line.trim_ascii_end();
            if !text.trim_ascii_start().is_empty() {
                found.push((number, start, text.len()));
            }
            start += length as u64;
        }
        Ok(found)
    };
    scan().map_err(|fault| unreadable(path, &fault))
}

/// What a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// Nothing.
    Nothing,
}

/// What a path names, links followed.
pub fn kind(path: &Path) -> Kind {
    match fs::metadata(path) {
        Ok(data) if data.is_dir() => Kind::Folder,
        Ok(_) => Kind::File,
        Err(_) => Kind::Nothing,
    }
}

/// The names in a folder in order, each with what it is. Links to folders are not followed, so a
/// walk always ends.
pub fn names_in(folder: &Path) -> Result<Vec<(PathBuf, Kind)>, String> {
    let list = || {
        let mut found = Vec::new();
        for item in fs::read_dir(folder)? {
            let item = item?;
            let path = item.path();
            let kind = if item.file_type()?.is_dir() {
                Kind::Folder
            } else {
                match kind(&path) {
                    Kind::File => Kind::File,
                    Kind::Folder | Kind::Nothing => Kind::Nothing,
                }
            };
            found.push((path, kind));
        }
        found.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(found)
    };
    list().map_err(|fault| unreadable(folder, &fault))
}

/// The size of a file, where there is one.
pub fn size(path: &Path) -> Option<u64> {
    fs::metadata(path)
        .ok()
        .filter(fs::Metadata::is_file)
        .map(|data| data.len())
}

/// The one name of a path that may be written in several ways.
pub fn one_name(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Gives a file another name.
pub fn rename(from: &Path, to: &Path) -> Result<(), String> {
    fs::rename(from, to).map_err(|fault| unwritable(to, &fault))
}

/// Takes a folder and everything in it away; where that fails, it stays.
pub fn remove_folder(path: &Path) {
    let _ = fs::remove_dir_all(path);
}

/// Takes a folder away where nothing is in it.
pub fn remove_empty_folder(path: &Path) {
    let _ = fs::remove_dir(path);
}

/// Holds a file for as long as it lives; `None` where another process does.
pub fn hold(path: &Path) -> Result<Option<fs::File>, String> {
    let file = fs::File::create(path).map_err(|fault| unwritable(path, &fault))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        // A file system without locks: the run goes on without.
        Err(fs::TryLockError::Error(_)) => Ok(Some(file)),
    }
}

/// A file to which whole lines are added.
pub struct Log {
    path: PathBuf,
    file: fs::File,
}

impl Log {
    /// Opens a log at its end, and makes it where there is none. A last line that was cut off is
    /// ended, so that what follows stands on lines of its own.
    pub fn open(path: &Path) -> Result<Log, String> {
        let open = || {
            let mut options = fs::OpenOptions::new();
            let mut file = options.create(true).append(true).read(true).open(path)?;
            if file.metadata()?.len() > 0 {
                file.write_all(b"\n")?;
            }
            Ok(file)
        };
        let file = open().map_err(|fault| unwritable(path, &fault))?;
        Ok(Log {
            path: path.to_path_buf(),
            file,
        })
    }

    /// Adds a line.
    pub fn add(&mut self, line: &str) -> Result<(), WriteFault> {
        let whole = format!("{line}\n");
        self.file
            .write_all(whole.as_bytes())
            .map_err(|fault| WriteFault::of(&self.path, &fault))
    }
}

/// Writes a file that must not be there yet.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|fault| match fault.kind() {
            io::ErrorKind::AlreadyExists => already_there(path),
            _ => unwritable(path, &fault),
        })?;
    file.write_all(bytes)
        .map_err(|fault| unwritable(path, &fault))
}

/// What is told of a file that must not be there yet.
pub fn already_there(path: &Path) -> String {
    format!(
        "error: {} is already there, and nothing is overwritten\n  help: choose another name, or move the file away",
        path.display()
    )
}

/// When a file was last written, and its size; nothing where it is not there.
pub fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let data = fs::metadata(path).ok()?;
    Some((data.modified().ok()?, data.len()))
}

/// Makes a folder, and those above it.
pub fn make_folder(path: &Path) -> Result<(), String> {
    fs::create_dir_all(path).map_err(|fault| unwritable(path, &fault))
}

/// A name beside `path` that no other running process uses.
fn temporary(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    path.with_file_name(name)
}

fn unwritable(path: &Path, fault: &io::Error) -> String {
    let hint = match fault.kind() {
        io::ErrorKind::PermissionDenied => {
            "you may not write there; choose another folder with --out"
        }
        io::ErrorKind::StorageFull => "the disk is full; free some room and run again",
        io::ErrorKind::NotFound => "the folder is not there; make it, or choose another",
        io::ErrorKind::ReadOnlyFilesystem => {
            "the disk is read-only; choose another folder with --out"
        }
        _ => "choose another folder with --out, or mend what is wrong with this one",
    };
    format!(
        "error: {} cannot be written: {}\n  help: {hint}",
        path.display(),
        reason(fault)
    )
}

/// The operating system's words, without its error number.
fn reason(fault: &io::Error) -> String {
    let text = fault.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
