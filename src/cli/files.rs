//! The one place where files are read and written.
//!
//! A file appears under its final name whole or not at all: it is written beside it under a name
//! of its own and renamed.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::decision::source::MAX_BYTES;

/// Largest PDF that is read, in bytes; a brief with its decision has a tenth of a megabyte.
pub const MAX_PDF: usize = 64 << 20;

/// Reads a file, up to a little more than the largest decision: enough to tell that it is larger.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    read_up_to(path, MAX_BYTES)
}

/// Reads a file, up to one byte more than `most`.
pub fn read_up_to(path: &Path, most: usize) -> Result<Vec<u8>, String> {
    let file = fs::File::open(path).map_err(|fault| unreadable(path, &fault))?;
    if file.metadata().is_ok_and(|data| data.is_dir()) {
        return Err(format!(
            "error: {} is a folder\n  help: name the decision file in it",
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
        io::ErrorKind::NotFound => {
            "check the path; `boardbrief init NAME` writes a decision to start from"
        }
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

/// Writes a file that must not be there yet.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(|fault| {
        match fault.kind() {
            io::ErrorKind::AlreadyExists => format!(
                "error: {} is already there, and nothing is overwritten\n  help: choose another name, or move the file away",
                path.display()
            ),
            _ => unwritable(path, &fault),
        }
    })?;
    file.write_all(bytes)
        .map_err(|fault| unwritable(path, &fault))
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
