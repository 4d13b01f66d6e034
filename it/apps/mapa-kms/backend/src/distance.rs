//! Kilometres over the surface of the earth.

const EARTH_RADIUS_KM: f64 = 6371.0;

#[derive(Clone, Copy)]
pub struct Position {
    pub latitude: f64,
    pub longitude: f64,
}

/// The length of the great circle between two positions, rounded to 100 metres.
pub fn kilometres(from: Position, to: Position) -> f64 {
    let (phi1, phi2) = (from.latitude.to_radians(), to.latitude.to_radians());
    let half_phi = (phi2 - phi1) / 2.0;
    let half_lambda = (to.longitude - from.longitude).to_radians() / 2.0;
    let haversine = half_phi.sin().powi(2) + phi1.cos() * phi2.cos() * half_lambda.sin().powi(2);
    let km = 2.0 * EARTH_RADIUS_KM * haversine.sqrt().asin();
    (km * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: f64, longitude: f64) -> Position {
        Position {
            latitude,
            longitude,
        }
    }

    #[test]
    fn a_degree_of_latitude_is_111_kilometres() {
        assert_eq!(kilometres(at(45.0, -20.0), at(46.0, -20.0)), 111.2);
    }

    #[test]
    fn it_is_as_far_there_as_back() {
        let (a, b) = (at(45.0, -20.0), at(44.2, -17.9));
        assert_eq!(kilometres(a, b), kilometres(b, a));
        assert_eq!(kilometres(a, a), 0.0);
    }
}
