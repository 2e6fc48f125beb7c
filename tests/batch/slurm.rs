//! The job files for several machines, run where there is something to run them.
