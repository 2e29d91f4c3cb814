"""楚雄州示例: a county hall, a township hall and a village point; applications go up from village to county."""
