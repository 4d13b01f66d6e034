//! Says how many mushrooms are built in, and fails where one of them has no name.

use std::error::Error;

use atlas::Atlas;

fn main() -> Result<(), Box<dyn Error>> {
    let all = Atlas::open()?.list(None)?;
    for mushroom in &all {
        if mushroom.name.trim().is_empty() {
            return Err(format!("mushroom {} has no name", mushroom.id).into());
        }
    }
    println!("{} mushrooms", all.len());
    Ok(())
}
