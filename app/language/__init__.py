"""How people write: what differs from country to country. The ground floor: it knows nothing of the rest."""
