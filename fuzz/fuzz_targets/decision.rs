//! Fuzzes `boardbrief_fuzz::decision`; what is held is said there.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| boardbrief_fuzz::decision::run(data));
