//! What is held of any input, a module a target. The test suite compiles these modules as well and
//! runs them on the inputs kept in `cases/`, so a target cannot fall behind the program.

pub mod decision;
pub mod filters;
#[path = "../../tests/trust/full.rs"]
pub mod full;
pub mod live;
pub mod markdown;
pub mod render;
pub mod variation;
