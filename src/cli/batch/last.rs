//! The last quarter: the folder of a former run, which says what was decided then.

use super::store::read_manifest;
use crate::batch::names;
use crate::batch::{Entry, FileRecord, Manifest};
use crate::cli::{Status, console, files};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A former run.
pub struct Last {
    /// Its folder.
    pub folder: PathBuf,
    /// Its manifest, the decisions left out.
    pub manifest: Manifest,
    /// SHA-256 of its manifest.
    pub hash: String,
    /// Its decisions, by id.
    pub entries: BTreeMap<String, Entry>,
}

impl Last {
    /// The run in a folder, where one was named.
    pub fn open(folder: Option<&Path>, out: &Path) -> Result<Option<Last>, Status> {
        let Some(folder) = folder else {
            return Ok(None);
        };
        if files::one_name(folder) == files::one_name(out) {
            console::note(
                "error: --previous and --out name the same folder\n  help: write each quarter to a folder of its own",
            );
            return Err(Status::Usage);
        }
        let path = folder.join(names::MANIFEST);
        let told = match read_manifest(&path) {
            Ok(Some((mut manifest, hash))) => {
                let entries = std::mem::take(&mut manifest.decisions);
                return Ok(Some(Last {
                    folder: folder.to_path_buf(),
                    manifest,
                    hash,
                    entries: entries
                        .into_iter()
                        .map(|entry| (entry.id.clone(), entry))
                        .collect(),
                }));
            }
            Ok(None) => format!(
                "error: {} holds no finished run: there is no {}\n  help: name the folder that was given as --out then; run that again if it was interrupted",
                folder.display(),
                names::MANIFEST
            ),
            Err(told) => told,
        };
        console::note(&told);
        Err(Status::Incomplete)
    }

    /// Whether a file of it is there as it was recorded.
    pub fn has(&self, file: &FileRecord) -> bool {
        files::size(&self.folder.join(&file.path)) == Some(file.bytes)
    }
}
