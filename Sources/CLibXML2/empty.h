/* No header of libxml2 may reach Swift: it would pull in ICU headers that clash with Foundation. */
