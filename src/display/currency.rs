//! The currencies of ISO 4217 with their minor units and, for the usual ones, their symbols.
//!
//! Minor units are those of ISO 4217 list one (amendment 176, June 2024) with its later additions XAD
//! and XCG. Withdrawn since and kept, because a decision is read as of its own date: ANG, BGN, CUC.
//! Left out are the codes that are no money: metals, bond market units, testing, no currency.

use std::fmt;

/// A currency of ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency {
    code: &'static str,
    minor_digits: u8,
    symbol: Option<&'static str>,
}

impl Currency {
    /// The currency of an ISO 4217 code in capitals; `None` where there is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let at = ALL_CURRENCIES
            .binary_search_by_key(&code, |entry| entry.0)
            .ok()?;
        let (code, minor_digits, symbol) = ALL_CURRENCIES[at];
        Some(Self {
            code,
            minor_digits,
            symbol,
        })
    }

    /// The code: three capital letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.code
    }

    /// Decimals of an exact amount: 2 for most, 0 for the yen, 3 for the Bahraini dinar.
    #[must_use]
    pub fn minor_digits(self) -> usize {
        self.minor_digits.into()
    }

    /// The symbol, where the currency has one that names it beyond doubt and that our fonts hold.
    /// A bare `$` is the US dollar and `¥` the yen, as in the international press; other dollars
    /// carry their country. Others are written by their code.
    #[must_use]
    pub fn symbol(self) -> Option<&'static str> {
        self.symbol
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code)
    }
}

/// Every code with its minor digits and symbol, in order of code.
#[rustfmt::skip] // One entry a line would make a table of 170 lines out of what is read at a glance.
pub const ALL_CURRENCIES: &[(&str, u8, Option<&str>)] = &[
    ("AED", 2, None), ("AFN", 2, None), ("ALL", 2, None), ("AMD", 2, None), ("ANG", 2, None),
    ("AOA", 2, None), ("ARS", 2, None), ("AUD", 2, Some("A$")), ("AWG", 2, None),
    ("AZN", 2, None), ("BAM", 2, None), ("BBD", 2, None), ("BDT", 2, None), ("BGN", 2, None),
    ("BHD", 3, None), ("BIF", 0, None), ("BMD", 2, None), ("BND", 2, None), ("BOB", 2, None),
    ("BOV", 2, None), ("BRL", 2, Some("R$")), ("BSD", 2, None), ("BTN", 2, None),
    ("BWP", 2, None), ("BYN", 2, None), ("BZD", 2, None), ("CAD", 2, Some("C$")),
    ("CDF", 2, None), ("CHE", 2, None), ("CHF", 2, None), ("CHW", 2, None), ("CLF", 4, None),
    ("CLP", 0, None), ("CNY", 2, Some("CN¥")), ("COP", 2, None), ("COU", 2, None),
    ("CRC", 2, Some("₡")), ("CUC", 2, None), ("CUP", 2, None), ("CVE", 2, None),
    ("CZK", 2, None), ("DJF", 0, None), ("DKK", 2, None), ("DOP", 2, None), ("DZD", 2, None),
    ("EGP", 2, None), ("ERN", 2, None), ("ETB", 2, None), ("EUR", 2, Some("€")),
    ("FJD", 2, None), ("FKP", 2, None), ("GBP", 2, Some("£")), ("GEL", 2, None),
    ("GHS", 2, Some("₵")), ("GIP", 2, None), ("GMD", 2, None), ("GNF", 0, None),
    ("GTQ", 2, None), ("GYD", 2, None), ("HKD", 2, Some("HK$")), ("HNL", 2, None),
    ("HTG", 2, None), ("HUF", 2, None), ("IDR", 2, None), ("ILS", 2, None),
    ("INR", 2, Some("₹")), ("IQD", 3, None), ("IRR", 2, None), ("ISK", 0, None),
    ("JMD", 2, None), ("JOD", 3, None), ("JPY", 0, Some("¥")), ("KES", 2, None),
    ("KGS", 2, None), ("KHR", 2, None), ("KMF", 0, None), ("KPW", 2, None),
    ("KRW", 0, Some("₩")), ("KWD", 3, None), ("KYD", 2, None), ("KZT", 2, Some("₸")),
    ("LAK", 2, None), ("LBP", 2, None), ("LKR", 2, None), ("LRD", 2, None), ("LSL", 2, None),
    ("LYD", 3, None), ("MAD", 2, None), ("MDL", 2, None), ("MGA", 2, None), ("MKD", 2, None),
    ("MMK", 2, None), ("MNT", 2, None), ("MOP", 2, None), ("MRU", 2, None), ("MUR", 2, None),
    ("MVR", 2, None), ("MWK", 2, None), ("MXN", 2, Some("MX$")), ("MXV", 2, None),
    ("MYR", 2, None), ("MZN", 2, None), ("NAD", 2, None), ("NGN", 2, Some("₦")),
    ("NIO", 2, None), ("NOK", 2, None), ("NPR", 2, None), ("NZD", 2, Some("NZ$")),
    ("OMR", 3, None), ("PAB", 2, None), ("PEN", 2, None), ("PGK", 2, None),
    ("PHP", 2, Some("₱")), ("PKR", 2, None), ("PLN", 2, None), ("PYG", 0, Some("₲")),
    ("QAR", 2, None), ("RON", 2, None), ("RSD", 2, None), ("RUB", 2, None), ("RWF", 0, None),
    ("SAR", 2, None), ("SBD", 2, None), ("SCR", 2, None), ("SDG", 2, None), ("SEK", 2, None),
    ("SGD", 2, Some("S$")), ("SHP", 2, None), ("SLE", 2, None), ("SOS", 2, None),
    ("SRD", 2, None), ("SSP", 2, None), ("STN", 2, None), ("SVC", 2, None), ("SYP", 2, None),
    ("SZL", 2, None), ("THB", 2, None), ("TJS", 2, None), ("TMT", 2, None), ("TND", 3, None),
    ("TOP", 2, None), ("TRY", 2, Some("₺")), ("TTD", 2, None), ("TWD", 2, Some("NT$")),
    ("TZS", 2, None), ("UAH", 2, Some("₴")), ("UGX", 0, None), ("USD", 2, Some("$")),
    ("USN", 2, None), ("UYI", 0, None), ("UYU", 2, None), ("UYW", 4, None), ("UZS", 2, None),
    ("VED", 2, None), ("VES", 2, None), ("VND", 0, Some("₫")), ("VUV", 0, None),
    ("WST", 2, None), ("XAD", 2, None), ("XAF", 0, None), ("XCD", 2, None), ("XCG", 2, None),
    ("XDR", 0, None), ("XOF", 0, None), ("XPF", 0, None), ("XSU", 0, None), ("XUA", 0, None),
    ("YER", 2, None), ("ZAR", 2, None), ("ZMW", 2, None), ("ZWG", 2, None),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_well_formed() {
        assert!(ALL_CURRENCIES.is_sorted_by(|one, next| one.0 < next.0));
        for (code, digits, symbol) in ALL_CURRENCIES {
            assert!(
                code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()),
                "{code}"
            );
            assert!(matches!(digits, 0 | 2..=4), "{code}");
            let clash = ALL_CURRENCIES
                .iter()
                .filter(|other| other.2 == *symbol)
                .count();
            assert!(symbol.is_none() || clash == 1, "{code} shares its symbol");
        }
    }

    #[test]
    fn minor_digits_are_those_of_the_standard() {
        // ISO 4217 list one: the currencies that do not have two.
        let of = |digits| {
            let codes = ALL_CURRENCIES.iter().filter(move |entry| entry.1 == digits);
            codes.map(|entry| entry.0).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            of(0),
            "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XDR XOF XPF XSU XUA"
        );
        assert_eq!(of(3), "BHD IQD JOD KWD LYD OMR TND");
        assert_eq!(of(4), "CLF UYW");
    }

    #[test]
    fn codes_are_found_exactly() {
        assert_eq!(Currency::from_code("CHF").map(Currency::code), Some("CHF"));
        assert_eq!(Currency::from_code("usd"), None);
        assert_eq!(Currency::from_code("XXX"), None);
        assert_eq!(
            Currency::from_code("ZWG").map(|found| found.to_string()),
            Some("ZWG".into())
        );
    }
}
